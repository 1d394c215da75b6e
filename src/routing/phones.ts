import { getCountries, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { digitsIn, otherSpelling, type Phones } from './identifier.js';

/**
 * Reads phone numbers as one who lives in a country does: `+…` and `00…` with a country code; any other as a number of
 * the country, or, if it is none, as one whose country code stands there without a plus. What cannot be in use, or has
 * an extension or words in it, is no number. About 15 µs each.
 *
 * Numbers that WhatsApp knows and the library does not (Mexico 521…) are taken as they are written, if they are in use
 * in the other spelling: no 1 or 9 is added or dropped by guess.
 *
 * @param country ISO 3166, two capital letters: `CL`.
 * @throws RangeError when there is no such country.
 */
export function phonesIn(country: string): Phones {
  const known = getCountries().find((code) => code === country);
  if (known === undefined) {
    throw new RangeError(`country: saw ${JSON.stringify(country)}, expected two capital letters of ISO 3166, as "CL".`);
  }
  return Object.freeze({
    country: known,
    digitsOf: (text: string) => digitsOf(text, known),
    isAmbiguous: (text: string) => isAmbiguous(text, known),
  });
}

function digitsOf(text: string, country: CountryCode): string | null {
  const digits = digitsIn(text);
  if (digits === null) return null;
  if (text.includes('+')) return fromAnywhere(digits);
  return digits.startsWith('00') ? fromAnywhere(digits.slice(2)) : (inUse(digits, country) ?? fromAnywhere(digits));
}

/** That each of the two would be a possible number, and that they are not the same. */
function isAmbiguous(text: string, country: CountryCode): boolean {
  const digits = digitsIn(text);
  if (digits === null || text.includes('+') || digits.startsWith('00')) return false;
  const [own, other] = [inUse(digits, country), fromAnywhere(digits)];
  return own !== null && other !== null && own !== other;
}

function fromAnywhere(digits: string): string | null {
  const found = inUse(`+${digits}`);
  if (found !== null) return found;
  const other = otherSpelling(digits);
  return other !== null && inUse(`+${other}`) !== null ? digits : null;
}

/*
 * The metadata `min`, not `max`: that one refuses numbers that WhatsApp gives out, of Brazil without the ninth digit
 * among them.
 */
function inUse(text: string, country?: CountryCode): string | null {
  const number = parsePhoneNumberFromString(text, { extract: false, ...(country && { defaultCountry: country }) });
  return number?.isValid() === true ? number.number.slice(1) : null;
}
