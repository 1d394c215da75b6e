import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Entry } from '../src/entry.js';
import { Feed } from '../src/feed.js';

/** The feed looks at keys and at which object it is, and at nothing else. */
const entry = (key: string): Entry => ({ key }) as Entry;
const publish = (feed: Feed, ...entries: Entry[]): void =>
  feed.publish(new Map(entries.map((one) => [one.key, one])), 0);
const keys = (entries: readonly Entry[] = []): readonly string[] => entries.map(({ key }) => key);

describe('the feed', () => {
  it('sends everything at first, and after that what changed', () => {
    const feed = new Feed();
    const [a, b] = [entry('a'), entry('b')];
    publish(feed, a, b);
    const first = feed.after(null);
    assert.deepEqual([first?.type, keys(first?.entries)], ['snapshot', ['a', 'b']]);
    assert.equal(feed.after(first?.id ?? ''), null);
    publish(feed, a, b);
    assert.equal(feed.after(first?.id ?? ''), null, 'nothing changed');
    const changed = entry('b');
    publish(feed, a, changed);
    publish(feed, changed, entry('c'));
    const next = feed.after(first?.id ?? '');
    assert.deepEqual([next?.type, keys(next?.entries), next?.gone], ['change', ['b', 'c'], ['a']]);
    assert.equal(next?.entries[0], changed);
  });

  it('sends everything to whoever was away for too long, or comes from another process', () => {
    const feed = new Feed();
    publish(feed, entry('a'));
    const { id } = feed.after(null) as { id: string };
    for (let n = 0; n < 500; n++) publish(feed, entry('a'));
    assert.equal(feed.after(id)?.type, 'change');
    publish(feed, entry('a'));
    assert.equal(feed.after(id)?.type, 'snapshot');
    for (const foreign of ['another:1', 'nonsense', '', id.replace(/\d+$/, '9999')]) {
      assert.equal(feed.after(foreign)?.type, 'snapshot', foreign);
    }
  });

  it('wakes whoever follows, and lets go of whoever went', async () => {
    const feed = new Feed();
    const gone = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const { type } of feed.follow(null, gone.signal)) {
        seen.push(type);
        if (seen.length === 1) publish(feed, entry('a'));
        else gone.abort();
      }
    })();
    await following;
    assert.deepEqual(seen, ['snapshot', 'change']);
  });
});
