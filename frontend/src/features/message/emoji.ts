/** One touch away. */
export const QUICK_EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

/**
 * The emoji of the small picker, with the name that a person types between colons. A picker with
 * everything belongs to the system, which every keyboard of a phone and every desktop brings.
 */
export const EMOJI = {
  people: {
    '😀': 'grinning',
    '😃': 'smiley',
    '😄': 'smile',
    '😁': 'grin',
    '😅': 'sweat_smile',
    '😂': 'joy',
    '🤣': 'rofl',
    '😊': 'blush',
    '🙂': 'slight_smile',
    '😉': 'wink',
    '😍': 'heart_eyes',
    '😘': 'kissing_heart',
    '😋': 'yum',
    '😜': 'stuck_out_tongue',
    '🤔': 'thinking',
    '🤨': 'raised_eyebrow',
    '😐': 'neutral_face',
    '🙄': 'rolling_eyes',
    '😬': 'grimacing',
    '😌': 'relieved',
    '😴': 'sleeping',
    '🤒': 'sick',
    '🤯': 'exploding_head',
    '🥳': 'partying_face',
    '😎': 'sunglasses',
    '🤓': 'nerd',
    '😕': 'confused',
    '😮': 'open_mouth',
    '😳': 'flushed',
    '🥺': 'pleading_face',
    '😢': 'cry',
    '😭': 'sob',
    '😱': 'scream',
    '😤': 'triumph',
    '😡': 'rage',
    '🤡': 'clown',
    '💀': 'skull',
    '👻': 'ghost',
    '🤖': 'robot',
    '🙈': 'see_no_evil',
  },
  hands: {
    '👍': 'thumbs_up',
    '👎': 'thumbs_down',
    '👌': 'ok_hand',
    '✌️': 'victory',
    '🤞': 'fingers_crossed',
    '🤝': 'handshake',
    '👏': 'clap',
    '🙌': 'raised_hands',
    '🙏': 'pray',
    '👋': 'wave',
    '✋': 'raised_hand',
    '💪': 'muscle',
    '👀': 'eyes',
    '🫡': 'salute',
    '🤷': 'shrug',
    '🤦': 'facepalm',
    '🙋': 'raising_hand',
    '🫶': 'heart_hands',
  },
  things: {
    '❤️': 'heart',
    '🧡': 'orange_heart',
    '💛': 'yellow_heart',
    '💚': 'green_heart',
    '💙': 'blue_heart',
    '💜': 'purple_heart',
    '🖤': 'black_heart',
    '💔': 'broken_heart',
    '💯': 'hundred',
    '🔥': 'fire',
    '✨': 'sparkles',
    '⭐': 'star',
    '⚡': 'zap',
    '🎉': 'tada',
    '🎂': 'cake',
    '🎁': 'gift',
    '🏆': 'trophy',
    '🚀': 'rocket',
    '☕': 'coffee',
    '🍺': 'beer',
    '🍕': 'pizza',
    '🌈': 'rainbow',
    '☀️': 'sunny',
    '🌙': 'moon',
    '🐛': 'bug',
    '💡': 'bulb',
    '📌': 'pushpin',
    '📎': 'paperclip',
    '💰': 'moneybag',
    '🔒': 'lock',
    '🔔': 'bell',
    '⏰': 'alarm_clock',
    '✅': 'check',
    '❌': 'cross',
    '❓': 'question',
    '❗': 'exclamation',
    '⚠️': 'warning',
    '➕': 'plus',
    '🆗': 'ok',
    '🏁': 'checkered_flag',
  },
} as const satisfies Record<string, Record<string, string>>;

export type EmojiGroup = keyof typeof EMOJI;

export interface NamedEmoji {
  emoji: string;
  name: string;
}

const ALL: readonly NamedEmoji[] = Object.values(EMOJI).flatMap((group) =>
  Object.entries(group).map(([emoji, name]) => ({ emoji, name })),
);

/** How an emoji is called, if the picker has it. */
export function emojiName(emoji: string): string {
  return ALL.find((item) => item.emoji === emoji)?.name.replaceAll('_', ' ') ?? emoji;
}

/** The emoji whose name contains this, those whose name begins with it first. */
export function searchEmoji(text: string): NamedEmoji[] {
  const wanted = text.trim().toLowerCase().replaceAll(' ', '_');
  return ALL.filter(({ name }) => name.includes(wanted)).sort(
    (a, b) => a.name.indexOf(wanted) - b.name.indexOf(wanted) || a.name.length - b.name.length,
  );
}

/** The name of an emoji that is being typed behind a colon, two letters of it at least. */
export function partialEmojiAt(
  text: string,
  caret: number,
): { from: number; typed: string } | undefined {
  const [, typed] = /(?:^|\s):([a-z_]{2,})$/i.exec(text.slice(0, caret)) ?? [];
  return typed === undefined ? undefined : { from: caret - typed.length - 1, typed };
}
