import * as contact from 'pauta/contact';
import * as ladder from 'pauta/ladder';
import * as messaging from 'pauta/messaging';
import * as requirement from 'pauta/requirement';
import * as routing from 'pauta/routing';
import { arbitraries } from 'pauta/testing';
import { agreementOf, controlOf, untaken, type Agreement, type Control, type Referee } from './agreement.js';
import { transitionsOf, type Answer, type Chart, type Sent } from './chart.js';
import { configurationCourse, conversationCourse, loadingCourse, uploadCourse } from './chat-courses.js';
import { contactByHand, contactOn } from './contact-by-hand.js';
import { conversationByHand, conversationUnder } from './conversation-by-hand.js';
import { overhear, walksOf, type Course, type Recorded, type Staged, type Turn } from './course.js';
import { contactCourse, ladderCourse, requirementCourse } from './courses.js';
import { chartOf, saidBy, type Asking, type Flow } from './from-steps.js';
import { ladderByHand, searchFrom } from './ladder-by-hand.js';
import { loadingByHand, loadingUnder } from './loading-by-hand.js';
import { requirementByHand, requirementUnder } from './requirement-by-hand.js';
import { executiveByHand, uploadByHand } from './routing-by-hand.js';

/** What came of one machine. */
export interface Outcome {
  readonly name: string;
  readonly rows: number;
  readonly transitions: number;
  readonly untaken: readonly string[];
  readonly agreement: Agreement;
  readonly control: Control;
}

/** Walks one machine so many times, or its share as many. */
export type Trial = (times: number, seed: number) => Outcome;

function outcomeOf<State extends Staged, Event extends Sent, Scene, Draw, Known extends object, Told extends Sent>(
  course: Course<State, Event, Scene, Draw>,
  referee: Referee<State, Event, Scene, Known, Told>,
  take: () => readonly unknown[] | null,
  [times, seed]: readonly [number, number],
): Outcome {
  const walking = { course, walks: walksOf(course, times, seed), overheard: { take } };
  const agreement = agreementOf(walking, referee);
  const control = controlOf(walking, referee, agreement);
  const { chart } = referee;
  return {
    ...{ name: chart.name, rows: chart.rows.length, transitions: transitionsOf(chart).length },
    ...{ untaken: untaken(chart, agreement), agreement, control },
  };
}

type Reworded<State, Event extends Sent, Scene> = Referee<State, Event, Scene, object, Asking>['reworded'];

/** The xstate machine that is made of the steps: it says what the library says, the rule with it. */
function bySteps<State extends Staged, Event extends Sent, Scene, Draw>(
  flow: Flow,
  course: Course<State, Event, Scene, Draw>,
  reworded?: Reworded<State, Event, Scene>,
): Trial {
  return (...runs) => {
    const { guards, take, stop } = overhear(flow.guards);
    try {
      const referee: Referee<State, Event, Scene, object, Asking> = {
        chart: chartOf(flow, guards),
        known: () => ({}),
        told: ({ event: { type, id }, asked }) => ({ type, id, asked }),
        said: ({ recorded }) => saidBy(recorded),
        ...(reworded === undefined ? {} : { reworded }),
      };
      return outcomeOf(course, referee, take, runs);
    } finally {
      stop();
    }
  };
}

/** What the library said, in the words of the catalogue; `null`: it knew the event already. */
function worded({ status, code = '' }: Recorded<Staged>): string | null {
  const words = {
    applied: 'ok',
    late: 'late',
    refused: `illegal:${code}`,
    'no-effect': `noop:${code}`,
    duplicate: null,
  };
  return words[status];
}

/** The xstate machine that was written from the catalogue: it gets the event as it is, and nothing else. */
function byHand<State extends Staged, Event extends Sent, Scene, Draw, Known extends object>(
  chart: Chart<Known, Event>,
  course: Course<State, Event, Scene, Draw>,
  known: (scene: Scene) => Known,
): Trial {
  return (...runs) => {
    const told = ({ event }: Turn<State, Event, Scene>): Event => event;
    const said = ({ recorded }: Turn<State, Event, Scene>): string | null => worded(recorded);
    return outcomeOf(course, { chart, known, told, said }, () => null, runs);
  };
}

/** `record` calls a message late, too, that moves nothing and stands before one that is known: no step says that. */
function overtaken(
  { says, stage }: Answer,
  { before, event }: Turn<messaging.Conversation, messaging.Event, unknown>,
): string {
  const last = before.facts.lastMessage;
  const isOvertaken = event.type === 'user-message' && last != null && event.at < last.at;
  return isOvertaken && stage === before.stage ? says.replace(/^applied/, 'late') : says;
}

/** Every machine of the library, made of its steps. */
export const made: readonly Trial[] = [
  bySteps(ladder.flow, ladderCourse('some-late')),
  bySteps(contact.flow, contactCourse('some-late')),
  bySteps(requirement.flow, requirementCourse()),
  bySteps(routing.flow, uploadCourse),
  bySteps(routing.configurationFlow, configurationCourse),
  bySteps(messaging.flow, conversationCourse('some-late'), overtaken),
  bySteps(messaging.loadingFlow, loadingCourse('some-late')),
];

/** Every machine of the catalogue, written by hand. */
export const written: readonly Trial[] = [
  byHand(ladderByHand, ladderCourse('in-order'), ({ category, policy }) =>
    searchFrom(arbitraries.ladder.searchingSince, category, policy.researchRestart === 'lists'),
  ),
  byHand(contactByHand, contactCourse('in-order'), ({ place }) => contactOn(place.moveDate, place.zone)),
  byHand(requirementByHand, requirementCourse(), ({ policy }) => requirementUnder(policy)),
  byHand(uploadByHand, uploadCourse, () => ({})),
  byHand(executiveByHand, configurationCourse, (isEnabled) => ({ saved: isEnabled, shown: isEnabled })),
  byHand(conversationByHand, conversationCourse('in-order'), conversationUnder),
  byHand(loadingByHand, loadingCourse('in-order'), ({ policy }) => loadingUnder(policy)),
];
