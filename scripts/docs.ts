/**
 * Makes the reference of the package in `docs-out`, or only checks it.
 *
 *     npm run docs                  # the pages
 *     npm run docs -- --check       # no pages
 *
 * Fails when a public name has no comment, or one whose first sentence is of no use in an index; when a link leads nowhere;
 * and when a public signature names a type that is not exported.
 */
import { commentFaults } from './docs/comment-faults.js';
import { publicNames, readReference } from './docs/reference.js';

const { app, project } = await readReference();
app.validate(project);
const names = publicNames(project);
const faults = commentFaults(names);
for (const fault of faults) console.error(fault);
const isGood = faults.length === 0 && !app.logger.hasErrors() && !app.logger.hasWarnings();
if (isGood && !process.argv.includes('--check')) {
  await app.generateOutputs(project);
}
console.log(`${names.length} public names, ${faults.length} without a good comment.`);
process.exitCode = isGood ? 0 : 1;
