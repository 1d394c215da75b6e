import type { System } from 'pauta/catalogue';
import type { Lang } from 'pauta/render';
import type { Json, Problem } from 'pauta/spec';
import { computed, inject, provide, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { courseOf, nearest, type Course } from './course.js';
import { append, drop, move, pathText, put, rename, type Path } from './edits.js';
import { examplesOf, opening, questionsOf, shapeOf, stateFrom } from './examples.js';
import { blank, isRecord, type Shape } from './form.js';
import { holdsPolicy, inVersions, latestOf, manualValue, nextVersion, policyShape, versionsShape } from './policies.js';
import { tellingOf, type Telling } from './telling.js';
import { dateText, instantOf, isoText } from './times.js';
import type { State } from './url.js';

/** What the parts of a page share: the case being edited, its answer, and what may be done to it. */
export interface Session {
  readonly state: ShallowRef<State>;
  /** The id of the example that was chosen last; empty for one that came by a link. */
  readonly example: Ref<string>;
  readonly isEdited: Ref<boolean>;
  /** The present of the case; the last one that could be read. */
  readonly now: ComputedRef<number>;
  readonly telling: ComputedRef<Telling>;
  readonly course: ComputedRef<Course>;
  readonly shapes: ComputedRef<{ readonly given: Shape; readonly policy: Shape; readonly policies: Shape }>;
  readonly problemsAt: (path: Path) => readonly Problem[];
  readonly show: (state: State) => void;
  readonly ask: (decision: string) => void;
  readonly choose: (id: string) => void;
  readonly speak: (lang: Lang) => void;
  readonly moveTo: (now: number) => void;
  /** Writes the present or the zone as a text, right or wrong. */
  readonly write: (field: 'now' | 'zone', text: string) => void;
  /** Gives the policy versions, or takes them from it: what the last one has chosen stays. */
  readonly divide: (isDivided: boolean) => void;
  readonly put: (path: Path, value: Json) => void;
  readonly drop: (path: Path) => void;
  readonly move: (path: Path, by: -1 | 1) => void;
  readonly rename: (path: Path, name: string) => void;
  /** Puts a first value where nothing stands. */
  readonly begin: (path: Path, shape: Shape, root: Shape) => void;
  /** Puts one more item at the end of a list. */
  readonly extend: (path: Path, item: Shape, root: Shape) => void;
}

const KEY = 'playground';

/** Opens a page: with its first example, until an address says otherwise. */
export function openSession(system: System, lang: Lang): Session {
  const [first = ''] = questionsOf(system);
  const state = shallowRef(opening(system, first, lang));
  const example = ref(idOf(state.value));
  const isEdited = ref(false);
  const anchor = ref(instantOf(state.value.now) ?? 0);
  const now = computed(() => instantOf(state.value.now) ?? anchor.value);
  const telling = computed(() => tellingOf(state.value));
  // The course does not depend on the present, and is not to be found anew whenever it moves, nor for another language.
  const subject = computed(() => JSON.stringify({ ...state.value, now: '', lang: 'en' }));
  const course = computed(() => courseOf({ ...(JSON.parse(subject.value) as State), now: '' }, anchor.value));
  const shapes = computed(() => ({
    given: shapeOf(system, state.value.decision),
    policy: policyShape(system),
    policies: versionsShape(system),
  }));

  const show = (shown: State): void => {
    state.value = shown;
    anchor.value = instantOf(shown.now) ?? anchor.value;
    example.value = idOf(shown);
    isEdited.value = false;
  };
  const change = (changed: Partial<State>): void => {
    state.value = { ...state.value, ...changed };
    isEdited.value = true;
  };
  const edit = (alter: (whole: Json) => Json): void => {
    const { given, policy, policies } = state.value;
    const whole = alter({ given, policy, policies });
    if (isRecord(whole) && isRecord(whole['given']) && isRecord(whole['policy'])) {
      const versions = isRecord(whole['policies']) ? whole['policies'] : null;
      change({ given: whole['given'], policy: whole['policy'], policies: versions });
    }
  };
  const firstValue = (path: Path, shape: Shape, root: Shape): Json => {
    const field = path.at(-1);
    const isPolicy = holdsPolicy(path.slice(0, -1)) && path.at(-2) !== 'sources';
    const fresh = { now: isoText(now.value, state.value.zone), date: dateText(now.value, state.value.zone) };
    return isPolicy ? manualValue(system, String(field), shape) : blank(shape, root, String(field), fresh);
  };

  return {
    state,
    example,
    isEdited,
    now,
    telling,
    course,
    shapes,
    problemsAt: (path) => (telling.value.ok ? [] : telling.value.problems.filter((one) => one.path === pathText(path))),
    show,
    ask: (decision) => {
      show(opening(system, decision, state.value.lang));
    },
    choose: (id) => {
      const found = examplesOf(system, state.value.decision).find((one) => one.id === id);
      if (found !== undefined) show(stateFrom(found, state.value.lang));
    },
    speak: (lang) => {
      state.value = { ...state.value, lang };
    },
    moveTo: (at) => {
      change({ now: isoText(at, state.value.zone) });
    },
    write: (field, text) => {
      change({ [field]: text });
      if (field === 'now') anchor.value = now.value;
    },
    divide: (isDivided) => {
      const { policy, policies, now: from } = state.value;
      if (isDivided) change({ policy: {}, policies: policies ?? inVersions(policy, from) });
      else change({ policy: policies === null ? policy : latestOf(policies), policies: null });
    },
    put: (path, value) => {
      edit((whole) => put(whole, path, value));
    },
    drop: (path) => {
      edit((whole) => drop(whole, path));
    },
    move: (path, by) => {
      edit((whole) => move(whole, path, by));
    },
    rename: (path, name) => {
      edit((whole) => rename(whole, path, name));
    },
    begin: (path, shape, root) => {
      edit((whole) => put(whole, path, firstValue(path, shape, root)));
    },
    extend: (path, item, root) => {
      const { policies, zone } = state.value;
      const isVersion = pathText(path) === 'policies.versions';
      const first = isVersion ? nextVersion(policies?.['versions'], now.value, zone) : firstValue(path, item, root);
      edit((whole) => append(whole, path, first));
    },
  };
}

/** The example that a state is, field by field; an empty text where it is none. */
function idOf({ system, decision, given, now, zone, policy, policies }: State): string {
  const same = examplesOf(system, decision).find(
    (one) =>
      one.now === now &&
      one.zone === zone &&
      JSON.stringify([one.given, one.policy ?? {}, one.policies ?? null]) === JSON.stringify([given, policy, policies]),
  );
  return same?.id ?? '';
}

/** Where the buttons of the time lead: `null` where there is no such instant. */
export function stepsFrom({ course, now }: Session): {
  previous: number | null;
  before: number | null;
  next: number | null;
} {
  const { before, after } = nearest(course.value, now.value);
  const isJustBefore = after !== null && after - 1 === now.value;
  return { previous: before, before: after === null || isJustBefore ? null : after - 1, next: after };
}

/** Hands a session to the parts of its page. */
export function shareSession(session: Session): void {
  provide(KEY, session);
}

/** The session of the page that a part stands on. */
export function useSession(): Session {
  const session = inject<Session>(KEY);
  if (session === undefined) throw new Error('This is a part of a playground.');
  return session;
}
