import type fc from 'fast-check';
import { law, type Law } from '../law.js';

/** A law that shows in more than one way: each of its properties must hold. */
export function jointLaw(name: string, ...properties: readonly fc.IRawProperty<unknown, false>[]): Law {
  const parts = properties.map((property) => law(name, property));
  return {
    name,
    check: (parameters) => {
      for (const part of parts) part.check(parameters);
    },
  };
}
