import { restChannel } from 'cogwork';

restChannel.subscribe({
  asyncEnd: ({ route, status, waitedMs }) => console.log(route, status, waitedMs),
  start: ({ url }) => console.log(url), // refused
});
