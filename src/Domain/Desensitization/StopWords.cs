using System.Collections.Frozen;

namespace Causum.Domain.Desensitization;

/// <summary>
/// Words so common that finding one says nothing about where it came from. As the whole of a masked value they are neither replaced elsewhere nor taken for
/// a leak; folded as <see cref="SearchForms"/> folds.
/// </summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = string.Concat(
            " null none true false nan infinity unknown other others test sample example default empty undefined missing not available n a ",
            " yes no and the with from this that have been were will your their there which while about after before ",
            " active inactive open closed new pending done male female single married divorced widowed ",
            " customer customers order orders patient patients user users account accounts person people name names type status value values ",
            " table tables row rows column columns data date time year month week record records item items number total count text note notes ",
            " email phone address street city country state admin system ",
            " street strasse rue calle via avenue road ",
            " unbekannt ohne keine mit und oder nicht mann frau herr ledig verheiratet ",
            " inconnu aucun oui avec pour dans homme femme monsieur madame ",
            " desconocido ninguno hombre mujer para ningun sconosciuto nessuno uomo donna desconhecido nenhum homem mulher ",
            " nieznany brak kobieta onbekend geen okand ingen man kvinna ",
            " неизвестно нет да мужчина женщина 不明 なし 男性 女性 未知 没有 男 女 없음 남성 여성 "
        )
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => SearchForms.Stream(word, SearchView.Spaced))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="stream">A whole value, folded.</param>
    internal static bool Contains(string stream) => Words.Contains(stream);
}
