import fc from 'fast-check';
import type * as messaging from '../../messaging/index.js';
import { demand, demandSame } from '../law.js';
import { CONTACT, T } from './scene.js';
import { asked, type Subject } from './subject.js';

/**
 * Whether a host does what it is asked for; `half`: it falls over before it has noted that it loaded; `more`: and what
 * is nearest to a gap.
 */
export const obedience = fc.constantFrom('no', 'yes', 'half', 'more' as const);

/** A host that does what `intake` asks for, and records that it did. */
export class Host {
  state: messaging.Loading;
  now = T;
  loads = 0;
  readonly keys = new Set<string>();
  policy: messaging.Policy;
  readonly #subject: Subject;

  constructor(subject: Subject, policy: messaging.Policy) {
    this.#subject = subject;
    this.policy = policy;
    this.state = subject.newContact(CONTACT);
  }

  hear(event: messaging.LoadingEvent): void {
    this.state = this.#subject.recordLoading(this.state, event, { policy: this.policy }).state;
  }

  obey(how: 'yes' | 'half' | 'more'): void {
    const { intakeAt } = asked(this.#subject);
    for (let turn = 0; turn < 5; turn++) {
      const { outcome } = intakeAt(this.state.facts, this.now, this.policy);
      if (outcome.action === 'run-automation') {
        this.keys.add(outcome.key);
        if (outcome.steps.includes('add-tag')) this.#did('tag-added');
        this.#did('contact-requested');
      } else if (outcome.action === 'send-survey') this.#did('survey-sent');
      else if (outcome.action === 'not-covered' && how === 'more') this.#did('contact-requested');
      else if (outcome.action === 'load-to-crm') {
        this.keys.add(outcome.key);
        if (how === 'half') return;
        this.#did('loaded');
        this.loads += 1;
      } else return;
    }
    demand(false, 'the host was asked for more and more');
  }

  /** What was asked for is taken. */
  #did(type: 'tag-added' | 'contact-requested' | 'survey-sent' | 'loaded'): void {
    const event = { id: `${type} ${this.state.seen.length}`, at: this.now, contact: CONTACT, type };
    const recorded = this.#subject.recordLoading(this.state, event, { policy: this.policy });
    demandSame(recorded.status, 'applied', `what became of ${type}, which was asked for`);
    this.state = recorded.state;
  }
}
