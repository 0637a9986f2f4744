using Causum.Host;

return await CommandLine.RunAsync(args);
