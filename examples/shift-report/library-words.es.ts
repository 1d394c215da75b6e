/** What the library's schemas expect, which they say in English, and how it is said in Spanish. */
const sentences: readonly (readonly [english: RegExp, spanish: string])[] = [
  [
    /^an instant: ISO 8601 with an offset \((.*)\), or whole milliseconds since 1970$/,
    'un instante: ISO 8601 con su desfase horario ($1), o milisegundos enteros desde 1970',
  ],
  [/^a civil date(?: that exists, as|:) (.*)$/, 'una fecha que exista, como $1'],
  [/^an IANA zone(?: that this runtime knows, as|:) (.*)$/, 'una zona IANA, como $1'],
  [/^an id(?:: a text| that is not empty)$/, 'un texto que no esté vacío'],
  [/^a text$/, 'un texto'],
  [/^a list of tags$/, 'una lista de etiquetas'],
  [/^version 1, the only one .*$/, 'la versión 1, la única que este programa conoce'],
  [/^a whole number, 1 or more$/, 'un número entero, de 1 en adelante'],
  [
    /^true, false, or an object with "from" \(an instant or null\) and perhaps "until"$/,
    'true, false, o un registro con "from" (un instante o null) y quizás "until"',
  ],
  [/^an instant, for assignedTo names a mover$/, 'un instante, pues assignedTo nombra a un MP'],
  [/^null, for no lists were sent$/, 'null, pues no se enviaron listas'],
  [/^null, for the category is not "inter"$/, 'null, pues la categoría no es "inter"'],
  [/^the earliest first$/, 'el orden del tiempo'],
  [/^(.*), the stage that the facts tell$/, '$1, la etapa que dicen los hechos'],
  [/^(.*), the stage before the offer$/, '$1, la etapa anterior a la oferta'],
  [/^what the replies add up to$/, 'lo que suman las respuestas'],
  [/^(\{ "alternative": 1.*\}) or (\{ "alternative": 2 \})$/, '$1 o $2'],
  [/^"from" not after "date", and "to" not before it$/, '"from" no después de "date", ni "to" antes'],
];

/** Better in English than not at all, where the library has come to say something else. */
export function inSpanish(expected: string): string {
  const known = sentences.find(([english]) => english.test(expected));
  return known === undefined ? expected : expected.replace(...known);
}
