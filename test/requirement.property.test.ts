import { describe, it } from 'vitest';
import { laws } from 'pauta/testing';

describe('the laws of requirement', () => {
  for (const { name, check } of laws.requirement()) {
    it(name, () => {
      check();
    });
  }
});
