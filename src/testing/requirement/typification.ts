import fc from 'fast-check';
import * as requirement from '../../requirement/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import type { Subject } from './subject.js';

const titles = Object.values(requirement.subjects);
const channels: readonly string[] = ['Llamada telefónica', 'Correo Electrónico', 'Redes sociales'];
const spelt = fc.constantFrom(...channels, 'Correo electrónico', 'Presencial', 'Formulario web');
const shouted = fc.tuple(spelt, fc.boolean()).map(([text, loud]) => (loud ? ` ${text.toUpperCase()} ` : text));

/** What a ticket says, whatever comes in. */
export function typification({ typify, subjectOf, channel }: Subject): readonly Law[] {
  return [
    law(
      'a collections ticket says the same whatever comes in, by one of three channels, never in person',
      fc.property(fc.oneof(fc.string(), shouted), (text) => {
        const { outcome } = typify({ subject: 'Gestión de cobranza', channel: text });
        if (outcome.action !== 'typify') {
          demandSame(outcome, { action: 'refuse', code: 'channel-not-authorised' });
          return;
        }
        const { channel: by, ...constant } = outcome.ticket;
        demandSame(constant, requirement.defaultPolicy.collections);
        demand(channels.includes(by), `${by} is none of the three channels`);
      }),
    ),
    law(
      'a subject outside the six is refused, and the five that are only in images are never invented',
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...titles)), fc.oneof(fc.string(), shouted), (title, by) => {
        const { outcome } = typify({ subject: title, channel: by });
        const known = subjectOf(title);
        if (known === null) demandSame(outcome, { action: 'refuse', code: 'subject-not-allowed' });
        else if (known !== 'collections')
          demandSame(outcome, { action: 'unavailable', code: 'only-in-images', subject: known });
        else demand(outcome.action !== 'unavailable', 'a collections ticket is available');
      }),
    ),
    law(
      'the channel of a channel is that channel, and letter case does not matter',
      fc.property(fc.oneof(fc.string(), shouted), (text) => {
        const { outcome } = channel(text);
        demandSame(channel(text.toLowerCase()).outcome, outcome, 'in small letters');
        if (outcome.action === 'record-channel') demandSame(channel(outcome.channel).outcome, outcome, 'once more');
      }),
    ),
  ];
}
