import { describe, it } from 'node:test';
import { proveOrder } from './order.js';

describe('delivered twice and shuffled', () => {
  // `npm run proof` sends 10,000.
  it('gives the queue of once and in order', async () => {
    await proveOrder(200, 2026);
  });
});
