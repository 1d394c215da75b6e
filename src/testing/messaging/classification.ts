import fc from 'fast-check';
import { demandSame, law, type Law } from '../law.js';
import { facts } from './facts.js';
import { history } from './history.js';
import { missingIn } from './manual.js';
import { policy } from './policy.js';
import { SECTIONS } from './scene.js';
import { asked, type Subject } from './subject.js';

/** What makes a conversation classified. */
export function classification(subject: Subject): readonly Law[] {
  const { playsOf } = asked(subject);
  return [
    law(
      'a conversation is classified exactly with a proper section, an agent and a tag, and each missing part is named',
      fc.property(facts, policy, (known, chosen) => {
        const missing = missingIn(known, chosen);
        const { outcome } = subject.classification(known, { policy: chosen });
        if (known.course === 'closed-out' && !chosen.classifyClosedOut) {
          demandSame(outcome, { action: 'none', reason: 'closed-out' });
        } else if (missing.length === 0) demandSame(outcome, { action: 'none', reason: 'classified' });
        else demandSame(outcome, { action: 'classify', missing });
      }),
    ),
    law(
      'an open conversation stands among the classified exactly while it is classified',
      fc.property(history, (happened) => {
        for (const { recorded } of playsOf(happened)) {
          const { stage, facts: known } = recorded.state;
          if (known.course !== 'open') continue;
          demandSame(stage === 'CLASSIFIED', missingIn(known, happened.policy).length === 0, `whether ${stage} fits`);
        }
      }),
    ),
    law(
      'further tags, and any other proper section, leave a conversation classified',
      fc.property(
        facts,
        policy,
        fc.constantFrom(...SECTIONS, 'Tienda', 'IDEA'),
        fc.array(fc.string()),
        (known, chosen, section, more) => {
          const before = subject.classification(known, { policy: chosen }).outcome;
          fc.pre(before.action === 'none');
          const tags = [...more, ...(known.tags ?? []), ...more];
          demandSame(subject.classification({ ...known, tags }, { policy: chosen }).outcome, before, 'with more tags');
          if (missingIn({ ...known, section }, chosen).includes('section')) return;
          demandSame(subject.classification({ ...known, section }, { policy: chosen }).outcome, before, section);
        },
      ),
    ),
  ];
}
