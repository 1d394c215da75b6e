import { folded } from '../../src/messaging/folding.js';
import type {
  Agenda,
  AgendaContext,
  ClassificationDecision,
  ClassificationSeen,
  Closing,
  ClosingAct,
  ClosingDecision,
  ClosingReply,
  ClosingSeen,
  ClosingStep,
  DepartmentDecision,
  Due,
  Facts,
  HookDecision,
  IntakeDecision,
  IntakeFacts,
  IntakeOutcome,
  IntakeSeen,
  Judgement,
  MessagingDecision,
  MonitoringDecision,
  Open,
  Outcome,
  Part,
  Policy,
  RuleId,
  Situation,
  SupportCase,
  SupportDecision,
  User,
  Watch,
} from '../../src/messaging/index.js';

/*
 * What a good programmer writes for one application: ifs in the order of the catalogue, and plain objects made as they
 * are needed. The answers are whole decisions, as ours are. Left out: that every situation has exactly one answer is
 * proven by nothing, no near misses can be asked for, and `decideByHand` and `nextByHand` each hold a
 * part of the same law.
 */

function isBlank(text: string | null | undefined): boolean {
  return text == null || text.trim() === '';
}

/** Letters are turned into capitals only for names as short as the forbidden ones: it is the dearest part of a sweep. */
function isForbidden(section: string | null | undefined, forbidden: readonly string[]): boolean {
  if (section == null) return true;
  const name = section.trim();
  if (name === '') return true;
  for (const one of forbidden) if (one.length === name.length && one === name.toUpperCase()) return true;
  return false;
}

function hasTag(tags: readonly string[] | undefined): boolean {
  if (tags === undefined) return false;
  for (const tag of tags) if (tag.trim() !== '') return true;
  return false;
}

/** The policy's forbidden sections are written in capitals. */
export function classificationByHand(facts: Facts, policy: Policy): ClassificationDecision {
  const isForbiddenSection = isForbidden(facts.section, policy.forbiddenSections);
  const hasNoAgent = isBlank(facts.agent);
  const hasNoTag = !hasTag(facts.tags);
  const isAsked = facts.course !== 'closed-out' || policy.classifyClosedOut;
  const situation: ClassificationSeen = {
    section: isForbiddenSection ? 'forbidden' : 'proper',
    agent: hasNoAgent ? 'none' : 'assigned',
    tag: hasNoTag ? 'none' : 'some',
    asked: isAsked ? 'yes' : 'closed-out',
  };
  const rule = 'messaging/classify-every';
  if (!isAsked) return { outcome: { action: 'none', reason: 'closed-out' }, rule, situation, validUntil: null };
  const missing: Part[] = [];
  if (isForbiddenSection) missing.push('section');
  if (hasNoAgent) missing.push('agent');
  if (hasNoTag) missing.push('tag');
  if (missing.length === 0) {
    return { outcome: { action: 'none', reason: 'classified' }, rule, situation, validUntil: null };
  }
  return { outcome: { action: 'classify', missing }, rule: missingRule(missing), situation, validUntil: null };
}

function missingRule(missing: readonly Part[]): RuleId {
  if (missing.length > 1) return 'messaging/classify-every';
  if (missing[0] === 'section') return 'messaging/classify-section';
  return missing[0] === 'agent' ? 'messaging/classify-agent' : 'messaging/classify-tag';
}

function doneInAnyOrder(done: readonly ClosingStep[]): InOrder {
  if (!done.includes('standard-reply')) return 'none';
  if (!done.includes('reactivate-bot')) return 'reply';
  return done.includes('click-close') ? 'all' : 'reply-and-bot';
}

function doneInOrder(done: readonly ClosingStep[]): ClosingSeen['done'] {
  let isReplied = false;
  let isBotOn = false;
  let isClicked = false;
  for (const step of done) {
    if (step === 'standard-reply') isReplied = true;
    else if (step === 'reactivate-bot') {
      if (!isReplied) return 'bot-early';
      isBotOn = true;
    } else {
      if (!isBotOn) return 'click-early';
      isClicked = true;
    }
  }
  return isClicked ? 'all' : isBotOn ? 'reply-and-bot' : isReplied ? 'reply' : 'none';
}

export function closingByHand({ solved, agent, actor, done }: Closing, policy: Policy): ClosingDecision {
  const hasAgent = !isBlank(agent);
  const mayClose =
    (hasAgent && actor === agent) ||
    (policy.closers === 'assigned-agent-or-administrator' &&
      policy.users.some(({ name, role }) => name === actor && role === 'administrator'));
  const situation: ClosingSeen = {
    solved: solved ? 'yes' : 'no',
    actor: mayClose ? 'assigned' : hasAgent ? 'other' : 'nobody',
    done: policy.closeOrder === 'strict' ? doneInOrder(done) : doneInAnyOrder(done),
  };
  if (!solved) {
    return {
      outcome: { action: 'refuse', code: 'not-solved' },
      rule: 'messaging/close-when',
      situation,
      validUntil: null,
    };
  }
  if (!mayClose && (hasAgent || situation.done !== 'all')) {
    const outcome = { action: 'refuse', code: 'not-assigned-agent' } as const;
    return { outcome, rule: 'messaging/close-who', situation, validUntil: null };
  }
  const { done: reached } = situation;
  if (reached === 'bot-early' || reached === 'click-early') {
    const rule = reached === 'bot-early' ? 'messaging/close-2-bot' : 'messaging/close-3-click';
    return { outcome: { action: 'refuse', code: 'out-of-order' }, rule, situation, validUntil: null };
  }
  if (reached === 'all') {
    const outcome = { action: 'none', reason: 'complete', bot: 'on', conversation: 'open', agent: null } as const;
    return { outcome, rule: 'messaging/close-final-state', situation, validUntil: null };
  }
  const { outcome, rule } = closingStep(reached, agent);
  return { outcome, rule, situation, validUntil: null };
}

type InOrder = Exclude<ClosingSeen['done'], 'bot-early' | 'click-early'>;

interface OwnClosing {
  readonly outcome: ClosingReply | ClosingAct;
  readonly rule: RuleId;
  readonly situation: ClosingSeen;
}

function closingStep(done: Exclude<InOrder, 'all'>, agent: string | null): Pick<OwnClosing, 'outcome' | 'rule'> {
  switch (done) {
    case 'none': {
      const outcome = { action: 'send-message', template: 'closing', step: 'standard-reply', data: { agent } } as const;
      return { outcome, rule: 'messaging/close-1-reply' };
    }
    case 'reply':
      return { outcome: { action: 'reactivate-bot', by: agent }, rule: 'messaging/close-2-bot' };
    case 'reply-and-bot':
      return { outcome: { action: 'click-close', by: agent }, rule: 'messaging/close-3-click' };
  }
}

export function monitoringByHand({ answers, isLost, agent = null }: Judgement, policy: Policy): MonitoringDecision {
  const steps: Watch[] = [];
  if (answers === 'wrong') {
    steps.push(
      { action: 'notify-for-dialogflow', rule: 'messaging/eva-wrong-notify' },
      { action: 'send-info-manually', rule: 'messaging/eva-wrong-send' },
    );
  } else if (answers === 'right' && !isLost) {
    steps.push(
      { action: 'let-bot-answer', rule: 'messaging/eva-right-let' },
      {
        action: 'send-capture-call-message',
        template: 'capture-call',
        data: { agent },
        rule: 'messaging/eva-right-capture-call',
      },
    );
  }
  if (isLost) {
    steps.push(
      {
        action: 'send-central-phone-message',
        template: 'central-phone',
        data: { agent, centralPhone: policy.centralPhone },
        rule: 'messaging/eva-lost-phone',
      },
      { action: 'offer-mail-or-chat', rule: 'messaging/eva-lost-alternatives' },
    );
  }
  const [first] = steps;
  return {
    outcome: first === undefined ? { action: 'none', reason: 'unjudged' } : { action: 'take-steps', steps },
    rule: first === undefined ? 'messaging/monitor-verify' : first.rule,
    situation: { answers, user: isLost ? 'lost' : 'served' },
    validUntil: null,
  };
}

/** Made once for each policy. How a topic is folded is taken from ours: it is most of the time on both sides. */
export function ownersByHand({ users }: Policy): ReadonlyMap<string, User> {
  return new Map(users.flatMap((user) => user.topics.map((topic) => [folded(topic), user] as const)));
}

const ruleOfRole = {
  administrator: 'messaging/user-supervisor',
  departments: 'messaging/user-cco',
  'general-support': 'messaging/user-soporte-general',
  'sales-supervision': 'messaging/user-ventas-1',
  'regional-sales': 'messaging/user-ventas-2',
  sales: 'messaging/user-ventas-3-4',
  store: 'messaging/user-tienda',
} as const;

export function departmentByHand(topic: string, owners: ReadonlyMap<string, User>): DepartmentDecision {
  const user = owners.get(folded(topic));
  if (user === undefined) {
    return {
      outcome: { action: 'not-covered', gap: 'topic-unassigned', question: 'ME-20', nearest: null },
      rule: 'messaging/user-ventas-3-4',
      situation: { role: 'nobody' },
      validUntil: null,
    };
  }
  return {
    outcome: { action: 'assign', user: user.name, supervisor: user.supervisor ?? null },
    rule: ruleOfRole[user.role],
    situation: { role: user.role },
    validUntil: null,
  };
}

export function hookingByHand(
  { source, botAnswered }: { readonly source: 'chat' | 'comment'; readonly botAnswered: boolean },
  { hookSnippet }: Policy,
): HookDecision {
  const situation = { source, bot: botAnswered ? 'answered' : 'silent' } as const;
  const hook = { action: 'hook', snippet: hookSnippet } as const;
  if (source === 'comment') {
    const steps = [hook, { action: 'reply-comment', comment: null, emojis: true } as const];
    return { outcome: { action: 'take-steps', steps }, rule: 'messaging/hook-comments', situation, validUntil: null };
  }
  if (botAnswered) {
    const outcome = { action: 'none', reason: 'bot-answered' } as const;
    return { outcome, rule: 'messaging/hook-when-silent', situation, validUntil: null };
  }
  const outcome = { action: 'take-steps', steps: [hook] } as const;
  return { outcome, rule: 'messaging/hook-snippet-2', situation, validUntil: null };
}

export function supportByHand({ case: number, isSolved = false, department, agent }: SupportCase): SupportDecision {
  const lacksDepartment = isBlank(department);
  const lacksAgent = isBlank(agent);
  const situation = {
    case: number === 1 ? '1' : number === 2 ? '2' : '3',
    solved: isSolved ? 'yes' : 'no',
    department: lacksDepartment ? 'unknown' : 'known',
    agent: lacksAgent ? 'unknown' : 'known',
  } as const;
  if (number === 1) {
    return { outcome: { action: 'bot-handles' }, rule: 'messaging/case-1', situation, validUntil: null };
  }
  if (number === 2) {
    if (isSolved) {
      return { outcome: { action: 'start-closing' }, rule: 'messaging/case-2-close', situation, validUntil: null };
    }
    const outcome = { action: 'take-steps', steps: ['call-user', 'locate-user', 'monitor-case'] } as const;
    return { outcome, rule: 'messaging/case-2', situation, validUntil: null };
  }
  const rule = 'messaging/case-3-text';
  if (lacksDepartment)
    return { outcome: { action: 'need-fact', fact: 'department' }, rule, situation, validUntil: null };
  if (lacksAgent) return { outcome: { action: 'need-fact', fact: 'agent' }, rule, situation, validUntil: null };
  const data = { department: department ?? null, agent: agent ?? null };
  return { outcome: { action: 'send-message', template: 'case-3', data }, rule, situation, validUntil: null };
}

function isBotOnByHand({ course, heldBy, closing }: Facts): boolean {
  if (course === undefined || course === 'open') return heldBy == null;
  return course === 'closed-out' || (course === 'solved' && closing?.includes('reactivate-bot') === true);
}

function hookByHand(facts: Facts): Situation['hook'] {
  const { botSilentAt, botAnsweredAt, commentedAt } = facts;
  if ((botSilentAt == null && commentedAt == null) || !isBotOnByHand(facts)) return 'no';
  const { hookedAt, handedOffAt } = facts;
  if (
    botSilentAt != null &&
    (hookedAt == null || hookedAt < botSilentAt) &&
    (botAnsweredAt == null || botAnsweredAt < botSilentAt) &&
    (handedOffAt == null || handedOffAt < botSilentAt)
  ) {
    return 'silent';
  }
  return commentedAt != null && (hookedAt == null || hookedAt < commentedAt) ? 'comment' : 'no';
}

/** The first duty of a case that was not solved, to an agent who is there. */
function duty(facts: Facts): Open<Outcome> {
  const { course, department, agent = null } = facts;
  if (facts.calledAt == null) {
    return { outcome: { action: 'call-user', by: agent }, rule: 'messaging/case-2-call' };
  }
  if (facts.locatedAt == null) {
    return { outcome: { action: 'locate-user', by: agent }, rule: 'messaging/case-2-locate' };
  }
  if (course !== 'investigating' || facts.caseTextSentAt != null) {
    return { outcome: { action: 'monitor-case', by: agent }, rule: 'messaging/case-2-monitor' };
  }
  const rule = 'messaging/case-3-text';
  if (isBlank(department)) return { outcome: { action: 'need-fact', fact: 'department' }, rule };
  const data = { department: department ?? null, agent };
  return { outcome: { action: 'send-message', template: 'case-3', data }, rule };
}

/** Whether all three steps were taken, though nobody said that it is closed out. */
function isClosed({ closing }: Facts): boolean {
  return closing !== undefined && doneInAnyOrder(closing) === 'all';
}

/** The first closing step that is missing, of those of a case that `isClosed` denies. */
function ownClosing({ agent = null, closing = [] }: Facts): OwnClosing {
  const done = doneInAnyOrder(closing) as Exclude<InOrder, 'all'>;
  const { outcome, rule } = closingStep(done, agent);
  return { outcome, rule, situation: { solved: 'yes', actor: 'assigned', done } };
}

function isWatched(facts: Facts): boolean {
  return (
    facts.calledAt != null &&
    facts.locatedAt != null &&
    (facts.course !== 'investigating' || facts.caseTextSentAt != null)
  );
}

export function decideByHand(facts: Facts, policy: Policy): MessagingDecision {
  const lacking = classificationByHand(facts, policy);
  const missing = lacking.outcome.action === 'classify' ? lacking.outcome.missing : [];
  const { course = 'open', openComments } = facts;
  const comment = openComments === undefined ? undefined : openComments[0];
  const isCase = course === 'support' || course === 'investigating';
  const situation: Situation = {
    hook: hookByHand(facts),
    comment: comment === undefined ? 'none' : 'open',
    classified: missing.length === 0 ? 'yes' : missing.includes('agent') ? 'no-agent' : 'no',
    course: isCase
      ? isWatched(facts)
        ? 'case-watched'
        : 'case-due'
      : course === 'open'
        ? facts.heldBy == null
          ? 'bot'
          : 'person'
        : course === 'solved' && isClosed(facts)
          ? 'closed-out'
          : course,
  };
  if (situation.hook !== 'no') {
    const rule = situation.hook === 'silent' ? 'messaging/hook-when-silent' : 'messaging/hook-comments';
    return { outcome: { action: 'hook', snippet: policy.hookSnippet }, rule, situation, validUntil: null };
  }
  if (comment !== undefined) {
    const outcome = { action: 'reply-comment', comment, emojis: true } as const;
    return { outcome, rule: 'messaging/comment-reply-emojis', situation, validUntil: null };
  }
  const { hook, comment: none, classified, course: where } = situation;
  if (classified === 'no-agent' || (classified === 'no' && where !== 'case-due' && where !== 'solved')) {
    const { rule } = lacking;
    const outcome = lacking.outcome as Outcome;
    const further = { hook, comment: none, classified, course: where, lacking: lacking.situation };
    return { outcome, rule, situation: further, validUntil: null };
  }
  if (isCase) {
    const { outcome, rule } = duty(facts);
    const owed = {
      course: course === 'support' ? 'support' : 'investigating',
      call: facts.calledAt == null ? 'owed' : 'done',
      location: facts.locatedAt == null ? 'owed' : 'done',
      text: facts.caseTextSentAt == null ? 'owed' : 'sent',
    } as const;
    return {
      outcome,
      rule,
      situation: { hook, comment: none, classified, course: where, case: owed },
      validUntil: null,
    };
  }
  if (where === 'solved') {
    const { outcome, rule, situation: closing } = ownClosing(facts);
    return { outcome, rule, situation: { hook, comment: none, classified, course: where, closing }, validUntil: null };
  }
  if (where === 'closed-out') {
    const outcome = { action: 'none', reason: 'closed-out' } as const;
    return { outcome, rule: 'messaging/close-final-state', situation, validUntil: null };
  }
  return where === 'bot'
    ? { outcome: { action: 'none', reason: 'bot-attends' }, rule: 'messaging/case-1', situation, validUntil: null }
    : {
        outcome: { action: 'none', reason: 'person-attends' },
        rule: 'messaging/classify-every',
        situation,
        validUntil: null,
      };
}

/** What was said of a contact's way into the CRM; `rest`: the automation without its tag. */
type IntakeStep =
  | 'loaded'
  | 'flag-load'
  | 'load'
  | 'send-survey'
  | 'await-survey'
  | 'await-data'
  | 'run'
  | 'rest'
  | 'rest-by-hand'
  | 'contact-unknown'
  | 'resumed'
  | 'wait'
  | 'no-trigger'
  | 'no-flag';

/** A broken date counts as past. */
function isPast(at: number | null | undefined, now: number): boolean {
  return at != null && !(now < at);
}

/** The policy's flag is written without accents and capitals. */
function isFlagged({ uploadFlag: value }: IntakeFacts, { uploadFlag }: Policy): boolean {
  return value != null && (value === uploadFlag || folded(value) === uploadFlag);
}

function isResumed({ wroteAgainAt, endedAt }: IntakeFacts, policy: Policy, now: number): boolean {
  if (policy.resumption === 'goes-on' || wroteAgainAt == null || endedAt == null) return false;
  return wroteAgainAt > endedAt && wroteAgainAt < endedAt + (policy.crmDelay as number) && now >= wroteAgainAt;
}

function intakeStep(facts: IntakeFacts, policy: Policy, now: number): IntakeStep {
  if (facts.loadedAt != null) return 'loaded';
  const isKnown = facts.isKnown === true;
  const flagged = isFlagged(facts, policy);
  if (isKnown && flagged) return 'flag-load';
  if (isPast(facts.failedAt, now)) {
    if (isPast(facts.surveyAnsweredAt, now) || isPast(facts.answeredAt, now)) return 'load';
    return isPast(facts.surveySentAt, now) ? 'await-survey' : 'send-survey';
  }
  if (isPast(facts.answeredAt, now)) return 'load';
  if (isPast(facts.askedAt, now)) return 'await-data';
  const hasEnded = isPast(facts.endedAt, now);
  const isOver = hasEnded && isPast((facts.endedAt as number) + (policy.crmDelay as number), now);
  const isTagged = isPast(facts.taggedAt, now);
  if (isPast(facts.taggedByHandAt, now) && (isTagged || isOver || policy.manualTag === 'at-once'))
    return 'rest-by-hand';
  if (isTagged) return 'rest';
  if (flagged) return 'contact-unknown';
  if (!hasEnded || facts.hasWelcomeEvents !== true) return isKnown ? 'no-flag' : 'no-trigger';
  if (isResumed(facts, policy, now)) return 'resumed';
  return isOver ? 'run' : 'wait';
}

function openOf(step: IntakeStep, { contact, endedAt }: IntakeFacts, policy: Policy): Open<IntakeOutcome> {
  switch (step) {
    case 'loaded':
      return { outcome: { action: 'none', reason: 'already-loaded' }, rule: 'messaging/crm-load' };
    case 'flag-load':
      return { outcome: { action: 'load-to-crm', key: `crm-load:${contact}` }, rule: 'messaging/crm-whatsapp-flag' };
    case 'load':
      return { outcome: { action: 'load-to-crm', key: `crm-load:${contact}` }, rule: 'messaging/crm-load' };
    case 'send-survey':
      return { outcome: { action: 'send-survey', steps: ['snippet', 'survey'] }, rule: 'messaging/crm-fallback' };
    case 'await-survey':
      return { outcome: { action: 'await-survey' }, rule: 'messaging/crm-fallback' };
    case 'await-data':
      return { outcome: { action: 'await-data' }, rule: 'messaging/crm-ask-contact' };
    case 'contact-unknown': {
      const nearest = { action: 'ask-contact' } as const;
      const outcome = { action: 'not-covered', gap: 'contact-unknown', question: 'ME-13', nearest } as const;
      return { outcome, rule: 'messaging/crm-whatsapp-flag' };
    }
    case 'resumed':
      return { outcome: { action: 'none', reason: 'conversation-resumed' }, rule: 'messaging/crm-auto-after-1h' };
    case 'wait': {
      const until = (endedAt as number) + (policy.crmDelay as number);
      return { outcome: { action: 'wait', until }, rule: 'messaging/crm-auto-after-1h' };
    }
    case 'no-trigger':
      return { outcome: { action: 'none', reason: 'no-trigger' }, rule: 'messaging/crm-auto-after-1h' };
    case 'no-flag':
      return { outcome: { action: 'none', reason: 'no-trigger' }, rule: 'messaging/crm-whatsapp-flag' };
    case 'run':
    case 'rest':
    case 'rest-by-hand': {
      const outcome: IntakeOutcome = {
        action: 'run-automation',
        steps: step === 'run' ? ['add-tag', 'ask-contact', 'load-to-crm'] : ['ask-contact', 'load-to-crm'],
        tag: policy.crmTag,
        template: 'contact-request',
        key: `crm-load:${contact}`,
      };
      if (step === 'run') return { outcome, rule: 'messaging/crm-auto-after-1h' };
      return { outcome, rule: step === 'rest' ? 'messaging/crm-ask-contact' : 'messaging/crm-manual-tag' };
    }
  }
}

/** The nearest instant of the facts that lies ahead. */
function nextInstant(facts: IntakeFacts, policy: Policy, now: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  const { endedAt, wroteAgainAt, taggedByHandAt, failedAt, taggedAt, askedAt, answeredAt } = facts;
  const { surveySentAt, surveyAnsweredAt } = facts;
  if (endedAt != null) {
    const start = endedAt + (policy.crmDelay as number);
    if (endedAt > now && endedAt < nearest) nearest = endedAt;
    if (start > now && start < nearest) nearest = start;
  }
  if (wroteAgainAt != null && wroteAgainAt > now && wroteAgainAt < nearest) nearest = wroteAgainAt;
  if (taggedByHandAt != null && taggedByHandAt > now && taggedByHandAt < nearest) nearest = taggedByHandAt;
  if (failedAt != null && failedAt > now && failedAt < nearest) nearest = failedAt;
  if (taggedAt != null && taggedAt > now && taggedAt < nearest) nearest = taggedAt;
  if (askedAt != null && askedAt > now && askedAt < nearest) nearest = askedAt;
  if (answeredAt != null && answeredAt > now && answeredAt < nearest) nearest = answeredAt;
  if (surveySentAt != null && surveySentAt > now && surveySentAt < nearest) nearest = surveySentAt;
  if (surveyAnsweredAt != null && surveyAnsweredAt > now && surveyAnsweredAt < nearest) nearest = surveyAnsweredAt;
  return nearest;
}

/** Until when a step is the answer. A contact that is loaded stays loaded. */
function stepUntil(step: IntakeStep, facts: IntakeFacts, policy: Policy, now: number): number | null {
  if (step === 'loaded') return null;
  let next = nextInstant(facts, policy, now);
  while (next !== Number.POSITIVE_INFINITY) {
    if (intakeStep(facts, policy, next) !== step) return next;
    next = nextInstant(facts, policy, next);
  }
  return null;
}

export function intakeByHand(facts: IntakeFacts, policy: Policy, now: number): IntakeDecision {
  const step = intakeStep(facts, policy, now);
  const { outcome, rule } = openOf(step, facts, policy);
  const isKnown = facts.isKnown === true;
  const flagged = isFlagged(facts, policy);
  const isByHand = isPast(facts.taggedByHandAt, now);
  const isTagged = isPast(facts.taggedAt, now);
  const isAsked = isPast(facts.askedAt, now);
  const isAnswered = isPast(facts.answeredAt, now);
  const hasFailed = isPast(facts.failedAt, now);
  const hasEnded = isPast(facts.endedAt, now);
  const isOver = hasEnded && isPast((facts.endedAt as number) + (policy.crmDelay as number), now);
  const isSet = (isByHand && (isOver || policy.manualTag === 'at-once')) || isTagged || isAsked || isAnswered;
  // Written out three times: to copy an object and add to it takes several times as long.
  const loaded = step === 'loaded' ? 'yes' : 'no';
  const contact = isKnown ? (flagged ? 'known-and-flagged' : 'known') : flagged ? 'flagged' : 'unknown';
  const failed = hasFailed ? 'yes' : 'no';
  const tag = isSet ? 'set' : 'no';
  const welcome = facts.hasWelcomeEvents === true ? 'yes' : 'no';
  const ended = !hasEnded ? 'no' : isOver ? 'over' : 'waiting';
  const resumed = hasEnded && isResumed(facts, policy, now) ? 'yes' : 'no';
  let situation: IntakeSeen;
  if (step === 'loaded' || step === 'flag-load' || !(hasFailed || isSet || step === 'run')) {
    situation = { loaded, contact, failed, tag, welcome, ended, resumed };
  } else if (hasFailed) {
    const survey = step === 'load' ? 'answered' : step === 'await-survey' ? 'sent' : 'none';
    situation = { loaded, contact, failed, tag, welcome, ended, resumed, survey };
  } else {
    const began = isByHand ? 'by-hand' : 'by-itself';
    const progress = isAnswered ? 'answered' : isAsked ? 'asked' : isTagged ? 'tagged' : 'none';
    situation = { loaded, contact, failed, tag, welcome, ended, resumed, began, progress };
  }
  return { outcome, rule, situation, validUntil: stepUntil(step, facts, policy, now) };
}

/** What comes next in a conversation, or `null`: `decideByHand` without what was seen, and it stops at what it needs. */
function nextByHand(facts: Facts, policy: Policy): Open<Outcome> | null {
  const hook = hookByHand(facts);
  if (hook !== 'no') {
    const rule = hook === 'silent' ? 'messaging/hook-when-silent' : 'messaging/hook-comments';
    return { outcome: { action: 'hook', snippet: policy.hookSnippet }, rule };
  }
  const { course = 'open', openComments } = facts;
  const comment = openComments === undefined ? undefined : openComments[0];
  if (comment !== undefined) {
    const outcome = { action: 'reply-comment', comment, emojis: true } as const;
    return { outcome, rule: 'messaging/comment-reply-emojis' };
  }
  if (course === 'closed-out' && !policy.classifyClosedOut) return null;
  const hasAgent = !isBlank(facts.agent);
  const isCase = course === 'support' || course === 'investigating';
  if (hasAgent) {
    if (isCase && !isWatched(facts)) return duty(facts);
    if (course === 'solved' && !isClosed(facts)) {
      const { outcome, rule } = ownClosing(facts);
      return { outcome, rule };
    }
  }
  if (!hasAgent || isForbidden(facts.section, policy.forbiddenSections) || !hasTag(facts.tags)) {
    const { outcome, rule } = classificationByHand(facts, policy);
    return { outcome: outcome as Outcome, rule };
  }
  return isCase ? duty(facts) : null;
}

function isDue(step: IntakeStep): boolean {
  switch (step) {
    case 'flag-load':
    case 'load':
    case 'send-survey':
    case 'run':
    case 'rest':
    case 'rest-by-hand':
    case 'contact-unknown':
      return true;
    default:
      return false;
  }
}

/** One sweep that asks of each conversation what comes next, and of each contact whether something is to be done. */
export function agendaByHand<Chat>(chats: Iterable<Chat>, policy: Policy, context: AgendaContext<Chat>): Agenda<Chat> {
  const { factsOf, intakeOf } = context;
  const now = context.clock.now();
  const due: Due<Chat>[] = [];
  let nearest = Number.POSITIVE_INFINITY;
  for (const chat of chats) {
    const next = nextByHand(factsOf(chat), policy);
    let intake: Open<IntakeOutcome> | null = null;
    const contact = intakeOf?.(chat) ?? null;
    if (contact !== null) {
      const step = intakeStep(contact, policy, now);
      // A contact that is loaded stays so; and nothing that turns later than what was found is followed.
      let turn = step === 'loaded' ? nearest : nextInstant(contact, policy, now);
      while (turn < nearest) {
        const later = intakeStep(contact, policy, turn);
        if (later !== step && (isDue(step) || isDue(later))) nearest = turn;
        else turn = nextInstant(contact, policy, turn);
      }
      if (isDue(step)) intake = openOf(step, contact, policy);
    }
    if (next !== null || intake !== null) due.push({ chat, next, intake });
  }
  return { due, validUntil: nearest === Number.POSITIVE_INFINITY ? null : nearest };
}
