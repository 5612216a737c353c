/**
 * Adapter by which the side-by-side benchmark runs cogwork; it imports the built package.
 *
 * `COGWORK_BENCH_UNCACHED=1` keeps nothing, has no commands and listens to messages only.
 */
const uncached = process.env.COGWORK_BENCH_UNCACHED === '1';
const format = process.env.COGWORK_BENCH_FORMAT;

export default {
  installDir: process.env.BENCH_OURS_INSTALL,
  caches: !uncached,

  load: () => import('../../dist/index.js'),

  async start(lib, ctx, hooks, early) {
    const Kind = uncached ? lib.Client : lib.Bot;
    const bot = new Kind({
      intents: ctx.intents,
      logLevel: 'silent',
      ...(uncached ? {} : { syncCommands: 'off' }),
      rest: { baseUrl: ctx.api, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
      gateway: {
        compression: ctx.zlib ? 'zlib-stream' : 'none',
        ...(format ? { format } : {}),
      },
      ...(uncached
        ? {
            cache: {
              members: lib.MemberCacheFlags.none(),
              messages: null,
              channels: false,
              roles: false,
              presences: false,
              voiceStates: false,
              emojis: false,
              stickers: false,
            },
          }
        : { cache: { members: lib.MemberCacheFlags.all(), presences: true } }),
    });
    early(bot);
    bot.listen('messageCreate', (message) => hooks.message(message.content, message.author.username));
    if (!uncached) {
      bot.listen('interactionCreate', (interaction) => {
        if (interaction.type !== 2) return;
        // Like the others here, without the message that comes of it.
        const answer = (text) => interaction.responder.reply(text, { withResponse: false });
        hooks.interaction(interaction.payload.data.name, answer);
      });
    }
    bot.listen('clientReady', () => hooks.ready());
    await bot.start(ctx.token);
    return bot;
  },

  stats(bot) {
    const sizes = { guilds: bot.guilds.size, channels: 0, roles: 0, members: 0, users: bot.users.size };
    for (const guild of bot.guilds) {
      sizes.channels += guild.channels.size;
      sizes.roles += guild.roles.size;
      sizes.members += guild.members.size;
    }
    return sizes;
  },
  lookup: (bot, guildId, userId) => bot.guilds.get(guildId)?.members.get(userId)?.user.username,
  send: async (bot, channelId, content) => (await bot.channels.get(channelId).send(content)).id,
};
