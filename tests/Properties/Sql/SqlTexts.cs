using Causum.Domain.Sql;
using FsCheck;
using FsCheck.Fluent;

namespace Causum.Properties.Sql;

/// <summary>A query of the case files that the guard lets through.</summary>
public sealed record AllowedCase(GuardCase Case);

/// <summary>A query of the case files that the guard refuses.</summary>
public sealed record RefusedCase(GuardCase Case);

/// <summary>Text from pieces that matter to a lexer, for any dialect.</summary>
public sealed record OddText(SqlDialect Dialect, string Text);

/// <summary>Choices that a property makes on its way through a text.</summary>
public sealed record Choices(int Seed);

public static class SqlTexts
{
    private static readonly string[] Pieces =
    [
        "'",
        "''",
        "\"",
        "`",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        ";",
        ",",
        ".",
        ":",
        "::",
        ":=",
        ":p",
        "@",
        "@@",
        "@v",
        "$",
        "$$",
        "$a$",
        "$1",
        "?",
        "?1",
        "#",
        "--",
        "-- ",
        "//",
        "/*",
        "*/",
        "/*!",
        "/*+",
        "*",
        "/",
        "\\",
        "\\'",
        "\n",
        "\r",
        "\r\n",
        "\t",
        " ",
        " ",
        " ",
        "0",
        "1",
        "0x1",
        "1e5",
        "1.",
        ".5",
        "E'",
        "e'",
        "q'[",
        "]'",
        "N'",
        "U&'",
        "U&\"",
        "r'",
        "rb\"",
        "'''",
        "\"\"\"",
        "_x'",
        "SELECT",
        "select",
        "FROM",
        "t",
        "INTO",
        "FOR",
        "UPDATE",
        "WITH",
        "AS",
        "DELETE",
        "EXPLAIN",
        "DESCRIBE",
        "SHOW",
        "PRAGMA",
        "TABLE",
        "VALUES",
        "IDENTIFIER",
        "GO",
        "é",
        "名",
        "😀",
        "\u00a0",
        "\ufeff",
        "\uff07",
        "\0",
        "\ud800",
        "\udc00",
        "pg_sleep",
        "x$y",
        "|>",
        "->>",
        "|",
        "=",
        "+",
        "-",
        "<",
        "&",
    ];

    public static Arbitrary<AllowedCase> Allowed() =>
        Gen.Elements(GuardCases.All.Where(c => c.IsAllowed)).Select(c => new AllowedCase(c)).ToArbitrary();

    public static Arbitrary<RefusedCase> Refused() =>
        Gen.Elements(GuardCases.All.Where(c => !c.IsAllowed)).Select(c => new RefusedCase(c)).ToArbitrary();

    public static Arbitrary<Choices> ChoicesOf() =>
        Gen.Choose(0, int.MaxValue - 1).Select(s => new Choices(s)).ToArbitrary();

    public static Arbitrary<OddText> Odd() =>
        (
            from dialect in Gen.Elements(Enum.GetValues<SqlDialect>())
            from pieces in Gen.Elements(Pieces).ListOf()
            select new OddText(dialect, string.Concat(pieces))
        ).ToArbitrary();
}
