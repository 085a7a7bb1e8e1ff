import type { components } from './schema';

/** The bodies of the REST API under the names this app uses; the server's own are in schema.d.ts. */
export type Schemas = components['schemas'];

export type Account = Schemas['Account'];
/** The address of an account that is verified, and the one that waits to be. */
export type AccountEmail = Schemas['AccountEmail'];
export type AccountSettings = Schemas['AccountSettings'];
export type AccountSettingsChange = Schemas['AccountSettingsChange'];
export type AddInterest = Schemas['AddInterest'];
export type AddedMembers = Schemas['AddedMembers'];
export type Bans = Schemas['Bans'];
export type BlockedPerson = Schemas['BlockedPerson'];
export type Blocks = Schemas['Blocks'];
export type ChangeGroup = Schemas['ChangeGroup'];
export type ChatRequests = Schemas['ChatRequests'];
export type Configuration = Schemas['Configuration'];
/** How somebody stands to this person. */
export type Contact = Schemas['Contact'];
export type ContactCode = Schemas['ContactCode'];
export type ConversationSettings = Schemas['ConversationSettings'];
export type ConversationSettingsChange = Schemas['ConversationSettingsChange'];
export type Conversations = Schemas['Conversations'];
export type CreateGroup = Schemas['CreateGroup'];
export type CreateInviteLink = Schemas['CreateInviteLink'];
export type Credential = Schemas['Credential'];
export type Credentials = Schemas['Credentials'];
/** What a device says about itself when it signs in. */
export type DeviceInput = Schemas['Device'];
export type HideMessages = Schemas['HideMessages'];
/** Whether everybody may find a group, and by what. */
export type GroupListing = Schemas['GroupListing'];
export type GroupMembers = Schemas['GroupMembers'];
export type GroupSettings = Schemas['GroupSettings'];
export type GroupsFound = Schemas['GroupsFound'];
export type IdentityRegistration = Schemas['IdentityRegistration'];
export type IdentityUnregistered = Schemas['IdentityUnregistered'];
/** With what an issuer of OpenID Connect sent the browser back. */
export type IssuerAnswer = Schemas['IssuerAnswer'];
export type IssuerSignIn = Schemas['IssuerSignIn'];
export type IssuerVisit = Schemas['IssuerVisit'];
export type Interest = Schemas['Interest'];
export type InterestCatalogue = Schemas['InterestCatalogue'];
/** What one would join by a link. */
export type Invitation = Schemas['Invitation'];
export type InviteLink = Schemas['InviteLink'];
export type InviteLinks = Schemas['InviteLinks'];
export type Joined = Schemas['Joined'];
export type JoinRequests = Schemas['JoinRequests'];
/** A group that everybody may find. */
export type ListedGroup = Schemas['ListedGroup'];
export type OpenConversation = Schemas['OpenConversation'];
export type OwnInterests = Schemas['OwnInterests'];
export type PasskeyAssertion = Schemas['PasskeyAssertion'];
export type PasskeyChallenge = Schemas['PasskeyChallenge'];
export type PasskeySignIn = Schemas['PasskeySignIn'];
export type OwnPicture = Schemas['OwnPicture'];
export type PasswordRegistration = Schemas['PasswordRegistration'];
export type PasswordSignIn = Schemas['PasswordSignIn'];
export type People = Schemas['People'];
export type PeopleFound = Schemas['PeopleFound'];
export type Person = Schemas['Person'];
export type PersonCard = Schemas['PersonCard'];
export type PersonProfile = Schemas['PersonProfile'];
/** Who has which picture, of those who show theirs. */
export type PicturesOfPeople = Schemas['PicturesOfPeople'];
export type Profile = Schemas['Profile'];
export type ProfileChange = Schemas['ProfileChange'];
/** Who is shown what of a profile. */
export type ProfileVisibility = Schemas['ProfileVisibility'];
export type PushSubscriptionInput = Schemas['PushSubscription'];
export type Receipt = Schemas['Receipt'];
export type NewPasskey = Schemas['NewPasskey'];
export type NewRecoveryCodes = Schemas['NewRecoveryCodes'];
export type Recovery = Schemas['Recovery'];
export type RecoveryCodes = Schemas['RecoveryCodes'];
export type Receipts = Schemas['Receipts'];
export type Report = Schemas['Report'];
export type RequestAnswer = Schemas['RequestAnswer'];
export type ScheduledMessage = Schemas['ScheduledMessage'];
export type ScheduledMessages = Schemas['ScheduledMessages'];
export type ScheduleMessage = Schemas['ScheduleMessage'];
export type Session = Schemas['Session'];
export type SignedMessage = Schemas['SignedMessage'];
export type Sessions = Schemas['Sessions'];
export type SignedIn = Schemas['SignedIn'];
export type SocketTicket = Schemas['SocketTicket'];
/** How far a file has come on its way to the server. */
export type Upload = Schemas['Upload'];
export type PaymentChain = Schemas['PaymentChain'];
export type MakeTip = Schemas['MakeTip'];
export type PromisedTip = Schemas['PromisedTip'];
export type Tip = Schemas['Tip'];
export type TipLimit = Schemas['TipLimit'];
export type TipLimits = Schemas['TipLimits'];
export type Tips = Schemas['Tips'];
export type TipWallet = Schemas['TipWallet'];
export type WalletName = Schemas['WalletName'];
export type Token = Schemas['Token'];
export type WalletCall = Schemas['WalletCall'];
export type VerifiedAccount = Schemas['VerifiedAccount'];
export type WalletChallenge = Schemas['WalletChallenge'];
export type WalletRegistration = Schemas['WalletRegistration'];
export type WalletSignIn = Schemas['WalletSignIn'];
export type WalletRelay = Schemas['WalletRelay'];
export type WalletUnregistered = Schemas['WalletUnregistered'];

export type GroupRole = Schemas['GroupMember']['role'];

/** Somebody in a conversation; in a group he has a role. */
export type ConversationMember = Schemas['Member'] & { role?: GroupRole };

/** A conversation as this app keeps it: with the members of a group, whom the server lists apart. */
export type Conversation = Omit<Schemas['Conversation'], 'members'> & {
  /** Of a group: empty until they have been asked for. */
  members: readonly ConversationMember[];
  /** Of a group: who was told of in it, and is no member any more. */
  former?: readonly Person[];
};

/** The key of the account, with the ways of recovery to it. */
export type AccountKey = Schemas['AccountKey'];
export type RecoveryMethod = Schemas['RecoveryMethod'];
export type PutRecoveryMethod = Schemas['PutRecoveryMethod'];

/** Who is who. */
export type BindWallet = Schemas['BindWallet'];
export type KeyLogCheckpoint = Schemas['KeyLogCheckpoint'];
export type KeyLogEntries = Schemas['KeyLogEntries'];
export type KeyLogEntry = Schemas['KeyLogEntry'];
export type KeyLogProof = Schemas['KeyLogProof'];
export type MemberAccount = Schemas['MemberAccount'];
export type MemberDevices = Schemas['MemberDevices'];
export type SealedVerifications = Schemas['Verifications'];
export type StateDevice = Schemas['StateDevice'];
/** How a part of a file goes past the server, if it does. */
export type Way = Schemas['Way'];
