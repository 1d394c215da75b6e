const graphemes = new Intl.Segmenter();

/** How many columns a terminal gives to a text: names may hold letters or signs that take two, or none. */
function widthOf(text: string): number {
  // Latin letters are what there nearly always is, and the segmenter is a hundred times as slow.
  if (/^[ -~\u00a0-\u02ff]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += isWide(segment) ? 2 : 1;
  return width;
}

function isWide(segment: string): boolean {
  return /\p{Emoji_Presentation}|\uFE0F|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(
    segment,
  );
}

/** What comes from an export must not move the cursor, ring the bell or turn the line around. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
}

/** Breaks a text into lines of at most so many columns, between words where it can. At least one line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text)
    .split(/ +/)
    .flatMap((whole) => pieces(whole, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A word that no line can hold is cut. */
function pieces(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const cut: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (widthOf(piece + segment) > width) {
      cut.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...cut, piece];
}

/** One column of a row: its lines, its width, and how it is painted once its width is settled. */
export interface Cell {
  readonly lines: readonly string[];
  readonly width: number;
  readonly paint?: (text: string) => string;
}

/** Sets cells side by side, two blanks apart. */
export function row(cells: readonly Cell[]): readonly string[] {
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, index) => {
    const last = cells.findLastIndex(({ lines }) => (lines[index] ?? '') !== '');
    return cells
      .slice(0, last + 1)
      .map(({ lines, width, paint = (text: string) => text }, column) => {
        const text = lines[index] ?? '';
        // Nothing is painted that is not there, and no line ends in blanks.
        return (text === '' ? '' : paint(text)) + (column === last ? '' : ' '.repeat(width - widthOf(text) + 2));
      })
      .join('');
  });
}
