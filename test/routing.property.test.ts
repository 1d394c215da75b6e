import { describe, it } from 'vitest';
import { laws } from 'pauta/testing';

describe('the laws of routing', () => {
  for (const { name, check } of laws.routing()) {
    it(name, () => {
      check();
    });
  }
});
