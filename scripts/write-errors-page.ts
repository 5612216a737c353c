/** `npm run docs:errors`: writes docs/errors.md from the doc comments of the error classes. */
import { writeFileSync } from 'node:fs';
import { errorsPage } from './docs/errors-page.js';

writeFileSync('docs/errors.md', errorsPage('.'));
