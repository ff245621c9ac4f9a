using Bot.Commands;
using Bot.Sources.Pages.Pdf;

return args is [PdfExtraction.Command] ? PdfExtraction.Run() : await CommandLine.Run(args);
