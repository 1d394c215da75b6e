import type { Lang } from 'pauta/render';

/** The languages that the library tells its answers in. */
const languages: readonly Lang[] = ['es', 'en'];

/**
 * The language to answer in: of those that there are, the one that the header likes best (RFC 9110, 12.5.4), and of
 * those that it likes alike the one named first. `es-CL` asks for `es`. Nothing that fits: the language of the house.
 */
export function languageOf(header: string | undefined, house: Lang): Lang {
  const wishes = (header ?? '').split(',').flatMap((item) => {
    const [range = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    const base = range.split('-', 1)[0];
    const lang = base === '*' ? house : languages.find((known) => known === base);
    return lang !== undefined && quality > 0 && quality <= 1 ? [{ lang, quality }] : [];
  });
  // Sorting is stable, so that equals stay in the header's own order.
  return wishes.sort((one, other) => other.quality - one.quality)[0]?.lang ?? house;
}
