import { ancillary } from './ancillary.js';
import { discounts } from './discounts.js';
import { escalation } from './escalation.js';
import type { PublicGraph } from './graph.js';
import { returns } from './returns.js';
import { serviceLevel } from './service-level.js';
import { shipping } from './shipping.js';

/** GoRules' public test graphs that fit finite tables, rebuilt. */
export const graphs: readonly PublicGraph<object>[] = [
  escalation,
  shipping,
  discounts,
  returns,
  serviceLevel,
  ancillary,
];
