import type { components } from './schema';

/** The bodies of the REST API under the names this app uses; the server's own are in schema.d.ts. */
type Schemas = components['schemas'];

export type Account = Schemas['Account'];
export type Configuration = Schemas['Configuration'];
export type Conversation = Schemas['Conversation'];
export type Conversations = Schemas['Conversations'];
/** What a device says about itself when it signs in. */
export type DeviceInput = Schemas['Device'];
export type HideMessages = Schemas['HideMessages'];
export type OpenConversation = Schemas['OpenConversation'];
export type PasswordSignIn = Schemas['PasswordSignIn'];
export type People = Schemas['People'];
export type Person = Schemas['Person'];
export type ScheduledMessage = Schemas['ScheduledMessage'];
export type ScheduledMessages = Schemas['ScheduledMessages'];
export type ScheduleMessage = Schemas['ScheduleMessage'];
export type Session = Schemas['Session'];
export type Sessions = Schemas['Sessions'];
export type SignedIn = Schemas['SignedIn'];
export type SocketTicket = Schemas['SocketTicket'];
export type WalletChallenge = Schemas['WalletChallenge'];
export type WalletRegistration = Schemas['WalletRegistration'];
export type WalletSignIn = Schemas['WalletSignIn'];
export type WalletUnregistered = Schemas['WalletUnregistered'];
