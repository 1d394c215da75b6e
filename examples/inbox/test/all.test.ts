/** All in one process: the embedded database is the costly part, and is made once. */
import './alarm.js';
import './shifts.js';
import './feed.js';
import './webhooks.js';
import './durability.js';
import './shuffle.js';
import './browser.js';
