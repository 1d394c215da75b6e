/** What a company chooses. The rest of this folder is the same for all. */
import { pending, requirement } from 'pauta';
import type { Policies } from 'pauta/catalogue';
import type { Lang } from 'pauta/render';

/** The IANA zone in which sentences tell the time. */
export const zone = 'America/Santiago';

/** The language of whoever asks for none that there is. */
export const language: Lang = 'es';

/** A body of facts has a kilobyte or so. What is larger is not read. */
export const largestBody = 64 * 1024;

/**
 * Made once, when the process starts: a policy that makes no sense ends the deployment there, with the name of the
 * field, and not a client's request. What is left out stays as the manuals have it.
 */
export const policies: Partial<Policies> = {
  pending: pending.policy({ aiWindow: { minutes: 5 } }),
  requirement: requirement.policy({ zone }),
};
