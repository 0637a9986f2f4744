using Microsoft.Data.Sqlite;

namespace Causum.Host.Demo;

/// <summary>A small shop in a SQLite file: three tables about people who do not exist. The file is made in a temporary folder and removed with it.</summary>
internal sealed class SampleDatabase : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("causum-demo-");

    private SampleDatabase() => Path = System.IO.Path.Combine(folder.FullName, "shop.sqlite");

    public string Path { get; }

    /// <summary>A place for the agent's own state during the demonstration.</summary>
    public string StateDirectory => System.IO.Path.Combine(folder.FullName, "state");

    public static SampleDatabase Create()
    {
        var sample = new SampleDatabase();
        var address = new SqliteConnectionStringBuilder { DataSource = sample.Path, Pooling = false };
        using var connection = new SqliteConnection(address.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Script;
        command.ExecuteNonQuery();
        return sample;
    }

    /// <summary>The rows as they are, for the left side of the comparison.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Read(string query, int limit)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<IReadOnlyList<string>>();
        while (rows.Count < limit && reader.Read())
            rows.Add([
                .. Enumerable
                    .Range(0, reader.FieldCount)
                    .Select(i => reader.IsDBNull(i) ? "null" : reader.GetString(i)),
            ]);
        return rows;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private const string Script = """
        CREATE TABLE customers (
          id INTEGER PRIMARY KEY,
          full_name TEXT NOT NULL,
          email TEXT,
          phone TEXT,
          iban TEXT,
          birth_date DATE,
          city TEXT,
          status TEXT NOT NULL DEFAULT 'active',
          notes TEXT
        );
        INSERT INTO customers VALUES
          (1, 'Petronella Vantongeren', 'petronella.v@example.org', '+31 20 990 0142', 'NL91ABNA0417164300', '1979-02-14', 'Utrecht', 'active',
           'Asked to be called at +31 20 990 0142 after six.'),
          (2, 'Cosimo Bellandini', 'cosimo@bellandini.example', '+39 06 9990 1188', 'IT60X0542811101000000123456', '1988-09-03', 'Siena', 'active',
           'Invoice to cosimo@bellandini.example, signed by Cosimo Bellandini.'),
          (3, 'Ingeborg Rautavuori', 'i.rautavuori@example.com', '+358 9 990 01122', 'FI2112345600000785', '1965-12-24', 'Turku', 'closed', NULL),
          (4, 'Thaddeus Okonjo-Wells', 'thaddeus.ow@example.net', '+44 20 7946 0311', 'GB29NWBK60161331926819', '1993-07-19', 'Leeds', 'active',
           'Prefers deliveries on weekdays.'),
          (5, 'Marisol Quintanar', 'mquintanar@example.org', '+34 91 990 04 55', 'ES9121000418450200051332', '1971-05-30', 'Soria', 'active',
           'Card 4111 1111 1111 1111 was declined, paid by transfer.'),
          (6, 'Hanneke Zijlmans', 'hanneke@example.com', NULL, NULL, '2001-11-08', 'Breda', 'active', 'Wants one parcel for both orders.'),
          (7, 'Aurelio Castagnari', 'a.castagnari@example.net', '+39 02 9990 4410', NULL, '1982-04-02', 'Cremona', 'active', 'Reads the newsletter, no calls please.'),
          (8, 'Wilhelmina Oosterbaan', 'w.oosterbaan@example.org', NULL, 'NL02ABNA0123456789', '1958-08-27', 'Zwolle', 'closed', 'Account closed on request.');
        CREATE TABLE orders (
          id INTEGER PRIMARY KEY,
          customer_id INTEGER NOT NULL REFERENCES customers (id),
          amount DECIMAL(12, 2) NOT NULL,
          status TEXT NOT NULL,
          placed_at TIMESTAMP NOT NULL
        );
        INSERT INTO orders VALUES
          (101, 1, 249.90, 'shipped', '2026-10-02T09:15:00'),
          (102, 1, 18.00, 'open', '2026-11-11T17:40:12'),
          (103, 2, 1299.00, 'shipped', '2026-09-27T08:00:05'),
          (104, 4, 75.50, 'cancelled', '2026-10-30T21:12:44'),
          (105, 5, 310.25, 'shipped', '2026-11-01T12:00:00');
        CREATE VIEW open_orders AS SELECT id, customer_id, amount FROM orders WHERE status = 'open';
        """;
}
