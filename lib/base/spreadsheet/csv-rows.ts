/** Where a cell or a row ends. */
const [newline, carriageReturn] = [10, 13];

/**
 * The cells of a text, row by row, in one pass: each letter is looked at once, however its quotes
 * stand. A cell that begins with a quote ends with the next one before a delimiter or the end of a
 * row, spaces aside; quotes elsewhere are letters.
 *
 * @param most cells of a row; one with more is given with one more, and is the last.
 * @param onStrayQuote told of a quote that takes in other rows, with its row from 1: it never ends,
 * or what it holds has line breaks and either further quotes or several delimiters.
 */
export function* separatedRows(
  text: string,
  delimiter: string,
  most: number,
  onStrayQuote: (row: number) => void = () => undefined,
): Generator<string[]> {
  let rows = 1;
  const comma = delimiter.charCodeAt(0);
  let row: string[] = [];
  let at = 0;
  const endsCell = (offset: number) => {
    const letter = text.charCodeAt(offset);
    return (
      offset >= text.length || letter === comma || letter === newline || letter === carriageReturn
    );
  };
  const takesRows = (cell: string) =>
    /[\r\n]/.test(cell) && cell.indexOf(delimiter) !== cell.lastIndexOf(delimiter);
  while (at < text.length) {
    const cell =
      text.charAt(at) === '"' ? quotedCell(text, at, endsCell) : bareCell(text, at, endsCell);
    row.push(cell.text);
    if (cell.isOpen || (cell.hasQuote && /[\r\n]/.test(cell.text)) || takesRows(cell.text)) {
      onStrayQuote(rows);
    }
    at = cell.end;
    if (row.length > most) break;
    if (at < text.length && text.charCodeAt(at) === comma) {
      at += 1;
      if (at === text.length) row.push("");
      continue;
    }
    yield row;
    row = [];
    rows += 1;
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  if (row.length > 0) yield row;
}

type Ending = {
  readonly text: string;
  readonly end: number;
  /** A quote that is neither doubled nor the end. */
  readonly hasQuote?: boolean;
  /** It has no end. */
  readonly isOpen?: boolean;
};

function bareCell(text: string, start: number, endsCell: (place: number) => boolean): Ending {
  let end = start;
  while (!endsCell(end)) end += 1;
  return { text: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, endsCell: (place: number) => boolean): Ending {
  const parts: string[] = [];
  let from = start + 1;
  let hasQuote = false;
  for (let look = from; ;) {
    const quote = text.indexOf('"', look);
    // Never closed: the rest of the file is its text.
    if (quote === -1) {
      return { text: parts.join("") + text.slice(from), end: text.length, isOpen: true };
    }
    if (text.charAt(quote + 1) === '"') {
      parts.push(text.slice(from, quote + 1));
      from = quote + 2;
      look = from;
    } else {
      let end = quote + 1;
      while (text.charAt(end) === " ") end += 1;
      if (endsCell(end)) return { text: parts.join("") + text.slice(from, quote), end, hasQuote };
      hasQuote = true;
      look = quote + 1;
    }
  }
}
