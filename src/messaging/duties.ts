import { classification } from './classification.js';
import { ownClosing } from './closing.js';
import { classify } from './decide.js';
import type { Facts, Timeless } from './model.js';
import type { Classify, Outcome } from './outcome.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';
import { caseAddress, caseDuty, caseTable } from './support.js';
import { table, type Situation } from './table.js';

/** Something to do in a conversation. */
export type Duty = Owed & { readonly rule: RuleId };

type Owed = Exclude<Outcome, { readonly action: 'none' }>;

/** All that is open in a conversation. */
export interface Duties {
  /** In the order in which `decide` names them. */
  readonly open: readonly Duty[];
  /** Nothing here depends on time. */
  readonly validUntil: null;
}

/**
 * All that is open in a conversation: the bot to be hooked, each comment to be answered, the duties of the case or the
 * next closing step, the parts that are missing for it to be classified. Empty: nobody has anything to do.
 *
 * Source: messaging L39–78.
 */
export function duties(facts: Facts, { policy = defaultPolicy }: Timeless = {}): Duties {
  const { hook, classified, course } = table.situations[classify(facts, policy)] as Situation;
  const hooking: readonly Duty[] =
    hook === 'no'
      ? []
      : [
          {
            action: 'hook',
            snippet: policy.hookSnippet,
            rule: hook === 'silent' ? 'messaging/hook-when-silent' : 'messaging/hook-comments',
          },
        ];
  const comments = (facts.openComments ?? []).map((comment): Duty => ({
    action: 'reply-comment',
    comment,
    emojis: true,
    rule: 'messaging/comment-reply-emojis',
  }));
  const filing = classified === 'yes' ? [] : [lacking(facts, policy)];
  const steps = course === 'solved' ? closingStep(facts, classified) : caseDuties(facts, course);
  // Before the steps comes an agent, who is to take them; and before mere monitoring, all that is missing.
  const isFiledFirst = classified === 'no-agent' || course === 'case-watched';
  const rest = isFiledFirst ? [...filing, ...steps] : [...steps, ...filing];
  return { open: [...hooking, ...comments, ...rest], validUntil: null };
}

/** What is missing of a conversation that is not classified. */
function lacking(facts: Facts, policy: Policy): Duty {
  const { outcome, rule } = classification(facts, { policy });
  return duty({ outcome: outcome as Classify, rule });
}

/** Without an agent there is nobody to close. */
function closingStep(facts: Facts, classified: Situation['classified']): readonly Duty[] {
  return classified === 'no-agent' ? [] : [duty(ownClosing(facts))];
}

function caseDuties(facts: Facts, course: Situation['course']): readonly Duty[] {
  if (course !== 'case-due' && course !== 'case-watched') return [];
  return caseTable.matching(caseAddress(facts)).map((row) => duty(caseDuty(row, facts)));
}

/** What was decided, as a duty. */
function duty({ outcome, rule }: { readonly outcome: Owed; readonly rule: RuleId }): Duty {
  return { ...outcome, rule };
}
