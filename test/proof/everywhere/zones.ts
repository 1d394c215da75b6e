/**
 * Zones with and without changes of their clocks, by half an hour too, and none that exists. UTC is among them by its
 * name, which every engine knows.
 */
export const zones = [
  'America/Santiago',
  'Europe/Madrid',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'UTC',
  'Nowhere/At_All',
] as const;

/** Days on which clocks change in one of the zones, from half past ten in the evening before it in UTC. */
export const nights = [
  '2024-04-06T22:30:00Z',
  '2024-09-07T22:30:00Z',
  '2026-03-28T22:30:00Z',
  '2026-10-24T22:30:00Z',
  '2026-10-03T12:30:00Z',
].map((text) => Date.parse(text));
