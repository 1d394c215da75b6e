/** What workers and those who write to them must agree on. */
export const APPLICATION = 'moves';
export const QUEUE = 'moves';
export const WORKFLOW = 'move';
