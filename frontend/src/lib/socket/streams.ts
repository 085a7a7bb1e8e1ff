/** The log of a conversation. */
export type ConversationStream = `c/${string}`;

/** A stream of the log: of a conversation, a user or a device. */
export type StreamId = ConversationStream | `u/${string}` | `d/${string}`;

export function conversationStream(conversation: string): ConversationStream {
  return `c/${conversation}`;
}

export function isConversationStream(stream: StreamId): stream is ConversationStream {
  return stream.startsWith('c/');
}

/** The id of the conversation, user or device a stream belongs to. */
export function ownerOf(stream: StreamId): string {
  return stream.slice(2);
}

export function isStreamId(text: unknown): text is StreamId {
  return typeof text === 'string' && /^[cud]\/[0-9a-f-]{36}$/.test(text);
}
