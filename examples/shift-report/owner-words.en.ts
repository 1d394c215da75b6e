import type { OwnerWords } from './owner-words.js';

export const ownerWordsEn: OwnerWords = {
  roles: { main: 'main agent', backup: 'backup', supervisor: 'supervisor' },
  whys: {
    unknown: 'no such user',
    disabled: 'disabled',
    'not-auto-assigning': 'no auto-assignment',
    unsaved: 'not saved',
    disconnected: 'not connected',
    busy: 'not available',
  },
  toBeTold: (role) => `${role}, not connected: to be told`,
  openConversation: 'open conversation',
  passedOver: (agent, whys) => `${agent}: ${whys}`,
  owner: (agent, reasons) => `Belongs to ${agent} (${reasons})`,
  nobody: (reasons) => `Nobody can take it; to the queue (${reasons})`,
  notInPortfolio: {
    'unknown-client': 'Belongs to nobody: not in the portfolio',
    'unknown-account': 'Belongs to nobody: the account written to has no portfolio',
    'no-identifier': 'Not known whose it is: the phone number is missing',
    'not-an-identifier': 'Not known whose it is: the phone number is none',
  },
};
