import 'react';

declare module 'react' {
  interface CSSProperties {
    /** The width of the list of chats, set by the person. */
    '--list-width'?: string;
  }
}
