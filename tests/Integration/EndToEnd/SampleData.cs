namespace Causum.Integration.EndToEnd;

/// <summary>
/// The same two tables in every database, with people who do not exist. The values in <see cref="Canaries"/> are planted: found anywhere outside the database in a
/// desensitizing or blocking mode, they are a leak.
/// </summary>
internal static class SampleData
{
    /// <summary>Personal values that stand in the tables and nowhere else.</summary>
    public static readonly IReadOnlyList<string> Canaries =
    [
        "Quillfeather",
        "Zephyrine",
        "zephyrine.quillfeather@example.org",
        "Barnabas Oxwhistle",
        "b.oxwhistle@example.com",
        "+44 20 7946 0958",
        "+33 1 99 00 12 34",
        "GB33BUKB20201555555555",
        "DE89370400440532013000",
        "1984-03-07",
        "1971-11-30",
        "14 Marmalade Crescent",
    ];

    private static readonly string[] People =
    [
        "1, 'Zephyrine Quillfeather', 'zephyrine.quillfeather@example.org', '+44 20 7946 0958', 'GB33BUKB20201555555555', '1984-03-07', 'active', 'Prefers calls at +44 20 7946 0958; lives at 14 Marmalade Crescent.'",
        "2, 'Barnabas Oxwhistle', 'b.oxwhistle@example.com', '+33 1 99 00 12 34', 'DE89370400440532013000', '1971-11-30', 'active', 'Write to b.oxwhistle@example.com, not to Barnabas Oxwhistle at work.'",
        "3, 'Ottoline Thistlewick', 'ottoline@example.net', '+49 30 990099 11', 'FR1420041010050500013M02606', '1990-06-21', 'closed', NULL",
    ];

    public const int PeopleCount = 3;

    /// <summary>Statements that make and fill the tables; plain enough for all four databases.</summary>
    public static IReadOnlyList<string> Statements =>
        [
            """
                CREATE TABLE customers (
                  id INTEGER NOT NULL PRIMARY KEY,
                  full_name VARCHAR(80) NOT NULL,
                  email VARCHAR(120),
                  phone VARCHAR(40),
                  iban VARCHAR(40),
                  birth_date DATE,
                  status VARCHAR(20) DEFAULT 'active',
                  notes VARCHAR(400)
                )
                """,
            """
                CREATE TABLE orders (
                  id INTEGER NOT NULL PRIMARY KEY,
                  customer_id INTEGER NOT NULL,
                  amount DECIMAL(12, 2) NOT NULL,
                  order_status VARCHAR(20) NOT NULL,
                  quantity BIGINT
                )
                """,
            .. People.Select(p => $"INSERT INTO customers VALUES ({p})"),
            "INSERT INTO orders VALUES (10, 1, 12.50, 'shipped', 3), (11, 1, 99.90, 'open', 1), (12, 2, 7.00, 'shipped', 9007199254740993)",
            "CREATE VIEW open_orders AS SELECT id, customer_id, amount FROM orders WHERE order_status = 'open'",
        ];
}
