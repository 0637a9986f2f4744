global using LanguageExt;
global using static LanguageExt.Prelude;
// LanguageExt and System.CommandLine both have an Option.
global using Flag = System.CommandLine.Option<bool>;
global using TextOption = System.CommandLine.Option<string?>;
