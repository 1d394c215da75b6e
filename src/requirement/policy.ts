import { chosen } from '../kernel/choices.js';

/** The parameters of `requirement`. Make one with `policy()`. */
export interface Policy {
  /** The IANA zone in which maximum dates are days. */
  readonly zone: string;
  /** Whether the maximum date itself is still in term, to the end of that local day (RQ-7). */
  readonly deadlineInclusive: boolean;
  /** Which tickets count as an insistence: both kinds, or only those of disagreement (RQ-2). */
  readonly insistenceKinds: 'both' | 'disagreement';
  /** Who files for meter customers in cases 3 and 4, where the manual contradicts itself (RQ-1). */
  readonly meterFiling: 'client' | 'contact-centre';
  /** What a collections ticket always says. */
  readonly collections: Typification;
  /** What a contact in person is recorded as in a collections ticket. */
  readonly inPersonAs: Channel;
}

/** The channels that a collections ticket may name, as the CRM spells them. */
export type Channel = 'Llamada telefónica' | 'Correo Electrónico' | 'Redes sociales';

/** The fixed part of a collections ticket, as the CRM spells it. */
export interface Typification {
  readonly category1: string;
  readonly category2: string;
  readonly category3: string;
  readonly owner: string;
  readonly status: string;
  readonly priority: string;
  readonly documentClass: string;
}

/** The manual's own values. */
export const defaultPolicy: Policy = /* @__PURE__ */ Object.freeze({
  zone: 'America/Santiago',
  deadlineInclusive: true, // L79: "fecha máxima"
  insistenceKinds: 'both', // L102 names both
  meterFiling: 'client', // L120, L122, against L10
  collections: {
    category1: 'Medidor', // L57
    category2: 'Cobranza', // L58
    category3: 'Gestión de cobranza', // L59
    owner: 'Gestión de Clientes', // L61
    status: 'Abierto', // L63
    priority: 'Alta', // L65
    documentClass: 'Reclamo', // L66
  },
  inPersonAs: 'Correo Electrónico', // L64
});

/**
 * A policy of one's own: `policy({ zone: 'America/Bogota' })`. What is left out stays as the manual has it.
 * For values from outside use `policySchema` of `pauta/requirement/schema`: it refuses an unknown zone.
 */
export function policy(choices: Partial<Policy> = {}): Policy {
  return Object.freeze({ ...defaultPolicy, ...chosen(choices) });
}
