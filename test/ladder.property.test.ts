import { describe, it } from 'vitest';
import { laws } from 'pauta/testing';

describe('the laws of ladder', () => {
  for (const { name, check } of laws.ladder()) {
    it(name, () => {
      check();
    });
  }
});
