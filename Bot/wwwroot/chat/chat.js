'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const words = JSON.parse(byId('words').textContent);
  const [log, scroll, text, composer, door, hints, toast, state, down, earlier, typing] =
    ['log', 'scroll', 'text', 'composer', 'door', 'hints', 'toast', 'state', 'down', 'earlier', 'typing'].map(byId);
  const TICK = '✓ ';
  const STALLED = 45000;

  let language = document.documentElement.lang;
  let last = 0;            // the newest line that is shown
  let first = Infinity;    // the oldest
  let commands = [];
  let source = null;
  let heard = 0;
  let retry = 0;
  let retryTimer = 0;
  let live = false;        // after the history is drawn
  const lines = new Map(); // seq -> element
  const edits = new Map(); // seq -> what the line became, where an edit came before its line

  const say = key => words[language][key];
  const make = (tag, className, content) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (content !== undefined) element.textContent = content;
    return element;
  };

  // ---- words

  function speak(to) {
    if (!words[to]) return;
    language = to;
    document.documentElement.lang = to;
    document.title = `${say('title')} · ${say('tagline')}`;
    document.querySelectorAll('[data-word]').forEach(e => { e.textContent = say(e.dataset.word); });
    byId('switch').textContent = say('switch');
    byId('switch').setAttribute('aria-label', say('switch.label'));
    text.placeholder = say('say');
    text.setAttribute('aria-label', say('say'));
    composer.querySelector('.send').setAttribute('aria-label', say('send'));
    hints.setAttribute('aria-label', say('hints'));
    [log, scroll].forEach(e => e.setAttribute('aria-label', say('log')));
    document.querySelectorAll('.day').forEach(e => { e.textContent = dayName(new Date(+e.dataset.at)); });
    document.querySelectorAll('time').forEach(e => { e.textContent = clock(new Date(+e.dataset.at)); });
    show(state.dataset.state);
  }

  const locale = () => language === 'zh' ? 'zh-CN' : 'en-GB';
  const clock = date => date.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
  const dayOf = date => date.toDateString();
  function dayName(date) {
    const today = new Date();
    const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
    if (dayOf(date) === dayOf(today)) return say('today');
    if (dayOf(date) === dayOf(yesterday)) return say('yesterday');
    return date.toLocaleDateString(locale(), { year: date.getFullYear() === today.getFullYear() ? undefined : 'numeric', month: 'long', day: 'numeric' });
  }

  // ---- a message

  const safe = link => {
    try {
      const url = new URL(link, location.href);
      return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
    } catch { return null; }
  };

  /** Commands in a text can be tapped, as in other chats. */
  function withCommands(node, content) {
    let at = 0;
    for (const found of content.matchAll(/(^|[\s（(，。：])(\/([a-z]+))(?![\w/])/g)) {
      if (!commands.some(c => c.name === found[3])) continue;
      const start = found.index + found[1].length;
      node.append(content.slice(at, start));
      const command = make('button', 'command', found[2]);
      command.type = 'button';
      command.addEventListener('click', () => send(found[2]));
      node.append(command);
      at = start + found[2].length;
    }
    node.append(content.slice(at));
  }

  function span(part) {
    const tag = { bold: 'b', italic: 'i', code: 'code' }[part.style];
    let node = document.createDocumentFragment();
    if (tag) node = make(tag);
    if (part.style === 'code') node.textContent = part.text; else withCommands(node, part.text);
    const link = part.link && safe(part.link);
    if (!link) return node;
    const anchor = make('a');
    anchor.href = link;
    anchor.target = '_blank';
    anchor.rel = 'noopener';
    anchor.append(node);
    return anchor;
  }

  function chip(button, seq) {
    if (button.link) {
      const link = safe(button.link);
      const anchor = make('a', 'chip', button.label);
      if (link) anchor.href = link;
      anchor.target = '_blank';
      anchor.rel = 'noopener';
      return anchor;
    }
    const element = make('button', button.label.startsWith(TICK) ? 'chip on' : 'chip', button.label);
    element.type = 'button';
    element.addEventListener('click', () => tap(element, button.action, seq));
    return element;
  }

  function sheet(content, seq) {
    const element = make('div', 'sheet');
    if (typeof content === 'string') {
      element.textContent = content;
      return element;
    }
    (content.paragraphs || []).forEach((paragraph, index) => {
      const spans = paragraph.spans || [];
      const empty = spans.every(s => !s.text);
      const p = make('p', empty ? 'gap' : index === 0 && spans.length === 1 && spans[0].style === 'bold' ? 'head' : '');
      if (!empty) spans.forEach(s => p.append(span(s)));
      element.append(p);
    });
    // Rows of the same kind of button flow together; other kinds stand apart.
    let kind = null;
    let row = null;
    for (const buttons of content.buttons || []) {
      const own = /^(set:\w+|adm:\w+:\w+|[^:]*)/.exec(buttons[0]?.action || 'link')[0];
      if (own !== kind || !row) {
        row = make('div', 'chips');
        element.append(row);
        kind = own;
      }
      row.append(...buttons.map(b => chip(b, seq)));
    }
    return element;
  }

  // ---- the log

  // New lines are followed down until the reader scrolls up, and again once the end is reached.
  let following = true;
  let lastTop = 0;
  const nearEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  const toEnd = smooth => scroll.scrollTo({ top: scroll.scrollHeight, behavior: smooth && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'instant' });

  function line(entry) {
    const element = make('article', `line ${entry.kind}`);
    element.dataset.at = entry.at;
    element.append(sheet(edits.get(entry.seq) ?? entry.content, entry.seq));
    const time = make('time', '', clock(new Date(entry.at)));
    time.dataset.at = entry.at;
    time.dateTime = new Date(entry.at).toISOString();
    element.append(time);
    lines.set(entry.seq, element);
    return element;
  }

  function divider(at) {
    const element = make('p', 'day', dayName(new Date(at)));
    element.dataset.at = at;
    return element;
  }

  function replace(entry) {
    const element = lines.get(entry.target);
    if (!element) {
      edits.set(entry.target, entry.content);
      return;
    }
    const old = element.querySelector('.sheet');
    const focused = [...old.querySelectorAll('button, a')].indexOf(document.activeElement);
    const fresh = sheet(entry.content, entry.target);
    old.replaceWith(fresh);
    // What an answer became when its work was done is seen to its end, or from its beginning where it is long. What was tapped stays where it is.
    if (live && following && focused < 0 && element === [...log.querySelectorAll('.line')].at(-1)) {
      if (element.offsetHeight > scroll.clientHeight) element.scrollIntoView({ block: 'start', behavior: 'smooth' });
      else toEnd(true);
    }
    if (focused >= 0) {
      const controls = fresh.querySelectorAll('button, a');
      (controls[Math.min(focused, controls.length - 1)] || text).focus({ preventScroll: true });
    }
  }

  function add(entry) {
    if (entry.seq <= last) return;
    last = entry.seq;
    log.dataset.seq = last;
    first = Math.min(first, entry.seq);
    if (entry.kind === 'edit') {
      replace(entry);
      return;
    }
    const before = [...log.querySelectorAll('.line')].at(-1);
    if (!before || dayOf(new Date(+before.dataset.at)) !== dayOf(new Date(entry.at))) log.append(divider(entry.at));
    const element = line(entry);
    log.append(element);
    if (!live) return;
    element.classList.add('fresh');
    if (following || entry.kind === 'said') {
      // A long message is read from its beginning.
      if (element.offsetHeight > scroll.clientHeight) {
        following = false;
        element.scrollIntoView({ block: 'start', behavior: 'smooth' });
      } else {
        following = true;
        toEnd(true);
      }
    } else {
      down.hidden = false;
    }
    if (document.hidden && entry.kind === 'told') document.title = `● ${say('title')}`;
  }

  function prepend(entries) {
    const height = scroll.scrollHeight;
    const top = scroll.scrollTop;
    const shown = entries.filter(e => e.kind !== 'edit');
    const newer = new Set(edits.keys());
    entries.filter(e => e.kind === 'edit' && !newer.has(e.target) && !lines.has(e.target)).forEach(e => edits.set(e.target, e.content));
    log.setAttribute('aria-live', 'off');
    const old = log.querySelector('.day');
    const firstLine = log.querySelector('.line');
    const piece = document.createDocumentFragment();
    let day = null;
    shown.forEach(entry => {
      const date = dayOf(new Date(entry.at));
      if (date !== day) piece.append(divider(entry.at));
      day = date;
      piece.append(line(entry));
    });
    if (old && firstLine && dayOf(new Date(+firstLine.dataset.at)) === day) old.remove();
    log.prepend(piece);
    if (entries.length) first = entries[0].seq;
    scroll.scrollTop = top + scroll.scrollHeight - height;
    setTimeout(() => log.setAttribute('aria-live', 'polite'), 100);
  }

  // ---- talking to the server

  async function post(path, body) {
    const response = await fetch(`/chat/${path}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), credentials: 'same-origin',
    });
    if (!response.ok) throw Object.assign(new Error(String(response.status)), { status: response.status });
    return response.json();
  }

  let toastTimer = 0;
  function notify(message) {
    toast.textContent = message;
    toast.classList.add('shown');
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => { toast.classList.remove('shown'); toastTimer = setTimeout(() => { toast.textContent = ''; }, 300); }, 3500);
  }

  let waiting = 0;
  async function ask(path, body, again = true) {
    const dots = setTimeout(() => { typing.hidden = false; if (nearEnd()) toEnd(true); }, 400);
    waiting++;
    try {
      const answer = await post(path, body);
      if (answer.gone) {
        forget(answer.notice);
        return true;
      }
      if (answer.language !== language) { speak(answer.language); learn(); }
      if (answer.notice) notify(answer.notice);
      return true;
    } catch (error) {
      if (error.status === 401 && again) {
        await hello();
        return await ask(path, body, false);
      }
      notify(say(error.status === 429 ? 'slow' : 'failed'));
      return false;
    } finally {
      clearTimeout(dots);
      if (--waiting === 0) typing.hidden = true;
    }
  }

  /** The chat was erased: an empty page, and what was said last. */
  function forget(farewell) {
    clearTimeout(retryTimer);
    source?.close();
    source = null;
    live = false;
    lines.clear();
    edits.clear();
    last = 0;
    first = Infinity;
    earlier.hidden = true;
    log.replaceChildren(sheetLine(farewell || ''));
    show('connecting');
    text.focus();
  }

  function sheetLine(content) {
    const element = make('article', 'line told');
    element.append(make('div', 'sheet', content));
    return element;
  }

  const send = content => ask('say', { text: content });

  async function tap(element, action, seq) {
    if (element.getAttribute('aria-busy') === 'true') return;
    element.setAttribute('aria-busy', 'true');
    await ask('tap', { action, message: seq });
    element.removeAttribute('aria-busy');
  }

  async function learn() {
    const response = await fetch('/chat/commands', { credentials: 'same-origin' });
    if (response.ok) commands = await response.json();
  }

  // ---- the connection

  function show(name) {
    if (state.dataset.state === name && state.firstElementChild.textContent === say(name)) return;
    state.dataset.state = name;
    state.firstElementChild.dataset.word = name;
    state.firstElementChild.textContent = say(name);
  }

  function connect() {
    clearTimeout(retryTimer);
    source?.close();
    heard = Date.now();
    source = new EventSource(`/chat/stream?after=${last}`);
    const own = source;
    const alive = () => { heard = Date.now(); retry = 0; show('online'); };
    own.addEventListener('alive', alive);
    own.addEventListener('line', event => { alive(); add(JSON.parse(event.data)); });
    own.onerror = () => {
      if (own !== source) return;
      own.close();
      show('offline');
      clearTimeout(retryTimer);
      retryTimer = setTimeout(reconnect, Math.min(15000, 500 * 2 ** retry++) * (0.7 + Math.random() * 0.6));
    };
  }

  async function reconnect() {
    try {
      // The server may have forgotten us while it was away.
      const response = await fetch('/chat/commands', { credentials: 'same-origin' });
      if (response.status === 401) { await hello(); return; }
      if (!response.ok) throw new Error();
      connect();
    } catch {
      clearTimeout(retryTimer);
      retryTimer = setTimeout(reconnect, Math.min(15000, 500 * 2 ** retry++) * (0.7 + Math.random() * 0.6));
    }
  }

  setInterval(() => { if (source && Date.now() - heard > STALLED) { show('offline'); reconnect(); } }, 5000);
  addEventListener('online', () => { if (live) { retry = 0; reconnect(); } });
  addEventListener('offline', () => show('offline'));
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    document.title = `${say('title')} · ${say('tagline')}`;
    if (live && (source?.readyState !== EventSource.OPEN || Date.now() - heard > STALLED)) { retry = 0; reconnect(); }
  });

  let greeting = null;
  const hello = code => greeting ??= enter(code).finally(() => { greeting = null; });

  async function enter(code) {
    let greeted;
    try {
      greeted = await post('hello', { language: navigator.language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, code });
    } catch (error) {
      if (error.status === 403) {
        composer.hidden = true;
        door.hidden = false;
        byId('code').focus();
        if (code !== undefined) notify(say('code.wrong'));
        show('connecting');
        log.setAttribute('aria-busy', 'false');
        return;
      }
      if (error.status === 429) notify(say('slow'));
      show('offline');
      clearTimeout(retryTimer);
      retryTimer = setTimeout(() => hello(code), Math.min(15000, 1000 * 2 ** retry++));
      return;
    }
    door.hidden = true;
    composer.hidden = false;
    commands = greeted.commands;
    speak(greeted.language);
    if (greeted.lines.length && greeted.lines.at(-1).seq < last) { log.replaceChildren(); lines.clear(); last = 0; first = Infinity; }
    live = false;
    greeted.lines.forEach(add);
    earlier.hidden = !greeted.earlier;
    log.setAttribute('aria-busy', 'false');
    toEnd(false);
    live = true;
    connect();
  }

  // ---- the composer

  let chosen = -1;
  const sendButton = composer.querySelector('.send');

  function ready() {
    sendButton.disabled = !text.value.trim();
  }

  function suggest() {
    const typed = text.value;
    const fits = /^[\/／][a-z]*$/i.test(typed) ? commands.filter(c => c.name.startsWith(typed.slice(1).toLowerCase())) : [];
    chosen = -1;
    hints.replaceChildren(...fits.map((c, index) => {
      const item = make('li');
      item.id = `hint-${index}`;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      item.append(make('b', '', `/${c.name}`), make('span', '', c.what));
      item.addEventListener('mousedown', event => { event.preventDefault(); submit(`/${c.name}`); });
      return item;
    }));
    hints.hidden = fits.length === 0;
    text.setAttribute('aria-expanded', String(!hints.hidden));
    text.removeAttribute('aria-activedescendant');
  }

  function choose(index) {
    const items = [...hints.children];
    chosen = (index + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute('aria-selected', String(i === chosen)));
    text.setAttribute('aria-activedescendant', items[chosen].id);
    items[chosen].scrollIntoView({ block: 'nearest' });
  }

  // The field has one line; what has several, such as a topic to be kept, is shown with a sign between them.
  const BREAK = ' ⏎ ';
  text.addEventListener('paste', event => {
    const pasted = event.clipboardData.getData('text');
    if (!/\n/.test(pasted.trim())) return;
    event.preventDefault();
    text.setRangeText(pasted.trim().split(/\r?\n/).join(BREAK), text.selectionStart, text.selectionEnd, 'end');
    ready();
    suggest();
  });

  async function submit(content) {
    const typed = content.split(BREAK).join('\n').trim();
    if (!typed) return;
    text.value = '';
    ready();
    suggest();
    if (!await send(typed) && !text.value) {
      text.value = typed;
      ready();
    }
  }

  text.addEventListener('input', () => { ready(); suggest(); });
  text.addEventListener('blur', () => { hints.hidden = true; text.setAttribute('aria-expanded', 'false'); });
  text.addEventListener('focus', suggest);
  text.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229) return;
    if (!hints.hidden) {
      if (event.key === 'ArrowDown') { event.preventDefault(); choose(chosen + 1); return; }
      if (event.key === 'ArrowUp') { event.preventDefault(); choose(chosen < 0 ? -1 : chosen - 1); return; }
      if (event.key === 'Escape') { hints.hidden = true; text.setAttribute('aria-expanded', 'false'); return; }
      if (event.key === 'Tab' && !event.shiftKey && chosen >= 0) { event.preventDefault(); text.value = hints.children[chosen].firstChild.textContent + ' '; ready(); suggest(); return; }
      if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); submit(hints.children[chosen].firstChild.textContent); return; }
    }
    if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); submit(text.value); }
  });
  composer.addEventListener('submit', event => { event.preventDefault(); submit(text.value); text.focus(); });
  door.addEventListener('submit', event => { event.preventDefault(); hello(byId('code').value); });

  byId('switch').addEventListener('click', () => {
    const to = language === 'zh' ? 'en' : 'zh';
    if (live) ask('tap', { action: `language:${to}` }); else speak(to);
  });
  down.addEventListener('click', () => { down.hidden = true; following = true; toEnd(true); });
  scroll.addEventListener('scroll', () => {
    if (scroll.scrollTop < lastTop - 2) following = false;
    lastTop = scroll.scrollTop;
    if (scroll.scrollHeight - lastTop - scroll.clientHeight < 8) {
      following = true;
      down.hidden = true;
    }
  }, { passive: true });
  earlier.addEventListener('click', async () => {
    earlier.disabled = true;
    try {
      const response = await fetch(`/chat/earlier?before=${first}`, { credentials: 'same-origin' });
      if (response.ok) {
        const answer = await response.json();
        prepend(answer.lines || []);
        earlier.hidden = !answer.earlier;
      }
    } finally { earlier.disabled = false; }
  });

  ready();
  hello();
})();
