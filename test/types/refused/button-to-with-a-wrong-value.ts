import { Button } from '../../../src/ui/components/button.js';

export const next = Button.to('page/:n(integer)', { n: '2' }, { label: 'Next' }); // refused
