package chat.parley.platform;

import java.time.Duration;

/**
 * Every size bound and rate limit of the product, so that its promises stand on one screen. A bound
 * that an operator may change is a setting and not here.
 */
public final class Limits {

  /** Bytes of UTF-8 in the body of one message: leaves room in a frame for JSON escapes. */
  public static final int MESSAGE_BODY_BYTES = 64 * 1024;

  /** The shortest life of a message that disappears: long enough to be delivered and seen. */
  public static final Duration MESSAGE_EXPIRES_MIN = Duration.ofSeconds(5);

  /** The longest life of a message that disappears. */
  public static final Duration MESSAGE_EXPIRES_MAX = Duration.ofDays(365);

  /** People whom one message mentions. */
  public static final int MESSAGE_MENTIONS = 50;

  /** Files that go with one message. */
  public static final int MESSAGE_ATTACHMENTS = 10;

  /**
   * Bytes of one part of a file but the last: eight chunks of its ciphertext, and what is sent
   * again when a connection breaks.
   */
  public static final int ATTACHMENT_PART_BYTES = 8 * 1024 * 1024;

  /** Bytes to which the smallest files are padded, with what is added to every file. */
  public static final int ATTACHMENT_SMALLEST = 64 * 1024;

  /** How long a file is kept that no message has taken along. */
  public static final Duration ATTACHMENT_UNBOUND = Duration.ofDays(1);

  /** How often each instance removes the files of messages that are gone. */
  public static final Duration ATTACHMENT_SWEEP = Duration.ofSeconds(5);

  /** Parts that one instance takes in at the same time: a third of its threads. */
  public static final int ATTACHMENT_UPLOADS_AT_ONCE = 20;

  /** Those of one account. */
  public static final int ATTACHMENT_UPLOADS_OF_ONE = 4;

  /** Files that are read from one instance at the same time. */
  public static final int ATTACHMENT_DOWNLOADS_AT_ONCE = 20;

  /** Those of one account. */
  public static final int ATTACHMENT_DOWNLOADS_OF_ONE = 6;

  /**
   * How long a signed request for a part of a file is good: asked for when it is made, and
   * instances and the store need not agree on the second.
   */
  public static final Duration ATTACHMENT_LINK = Duration.ofMinutes(5);

  /** Messages that one command erases for everybody, or hides for oneself. */
  public static final int MESSAGES_AT_ONCE = 100;

  /** How often each instance writes down what it has counted against budgets. */
  public static final Duration BUDGET_WRITTEN = Duration.ofSeconds(2);

  /** Changes of what is stored that are summed up at once. */
  public static final int BUDGET_FOLD = 10_000;

  /** How often each instance forgets what people have used in months that are over. */
  public static final Duration BUDGET_SWEEP = Duration.ofHours(1);

  /** How long a mail to whoever runs the installation is worth sending. */
  public static final Duration MAIL_TO_OPERATOR = Duration.ofDays(3);

  /** How long what waits for a budget waits before it tries again. */
  public static final Duration BUDGET_PAUSE = Duration.ofSeconds(15);

  /** How often an instance looks for bodies whose time is over; nobody is shown them meanwhile. */
  public static final Duration EXPIRY_SWEEP = Duration.ofSeconds(1);

  /** Bodies that one transaction of the sweep erases. */
  public static final int EXPIRY_BATCH = 500;

  /** Messages that one person has scheduled. */
  public static final int SCHEDULED_MESSAGES = 100;

  /** How far ahead a message can be scheduled. */
  public static final Duration SCHEDULED_AHEAD = Duration.ofDays(365);

  /** How often an instance looks for messages whose time has come. */
  public static final Duration SCHEDULE_LOOK = Duration.ofSeconds(1);

  /** Bytes of one socket frame. */
  public static final int FRAME_BYTES = 128 * 1024;

  /**
   * Bytes of the body of one REST request: as many as of a frame, so that every message that can be
   * sent at once can be sent later, too. Files go another way.
   */
  public static final int REQUEST_BODY_BYTES = FRAME_BYTES;

  /**
   * Messages that one account may send over REST at once, and again within {@link #REST_WINDOW}.
   */
  public static final int REST_SENDS = 200;

  /** Calls of encrypt and decrypt by one account at once, and again within {@link #REST_WINDOW}. */
  public static final int ENVELOPE_CALLS = 100;

  /** Within which time the buckets of the REST interface fill again. */
  public static final Duration REST_WINDOW = Duration.ofSeconds(10);

  /**
   * How long a request that sends waits for its answer. A commit takes milliseconds; this is longer
   * than a connection to the database waits before it is given up.
   */
  public static final Duration SEND_ANSWERED_WITHIN = Duration.ofSeconds(40);

  /** Bytes of UTF-8 that one envelope takes: its ciphertext fits in a request again. */
  public static final int ENVELOPE_BYTES = 48_000;

  /** Conversations that one page of messages of all conversations looks at. */
  public static final int PAGE_CONVERSATIONS = 50;

  /** Members of a group. */
  public static final int GROUP_MEMBERS = 2_000;

  /** People that one request puts into a group: what one transaction writes is bounded. */
  public static final int GROUP_MEMBERS_AT_ONCE = 500;

  /** People that one request names by user name: it counts as one search for people. */
  public static final int NAMES_AT_ONCE = 50;

  /** Characters in the name of a group. */
  public static final int GROUP_NAME_LENGTH = 100;

  /** Characters in the description of a group. */
  public static final int GROUP_DESCRIPTION_LENGTH = 500;

  /** Invite links of a group. */
  public static final int INVITE_LINKS = 50;

  /** The longest life of an invite link that has an end. */
  public static final Duration INVITE_LINK_LIFE = Duration.ofDays(365);

  /** Bytes of a picture that somebody sends. */
  public static final int PICTURE_BYTES = 8 * 1024 * 1024;

  /** Pixels of a picture that somebody sends: what the cameras of telephones make. */
  public static final int PICTURE_PIXELS = 25_000_000;

  /** Width and height of a picture that somebody sends. */
  public static final int PICTURE_EDGE = 16_384;

  /** The least width and height of a picture, and of what is shown of it. */
  public static final int PICTURE_SMALLEST = 48;

  /** Passes in which a JPEG may be written: encoders make about ten. */
  public static final int PICTURE_SCANS = 64;

  /** Pixels of all these passes together: each costs the decoder as much as the picture does. */
  public static final int PICTURE_SCANNED_PIXELS = 400_000_000;

  /** Pictures whose bytes one instance takes in at the same time. */
  public static final int PICTURES_TAKEN_IN = 12;

  /** Pictures that one instance decodes at the same time: each takes up to 100 MB. */
  public static final int PICTURES_DECODED = 2;

  /** How long a picture waits for its turn before its sender is asked to come back. */
  public static final Duration PICTURE_TURN_WAIT = Duration.ofSeconds(10);

  /** Pictures that one account sends at once, and again within {@link #PICTURE_UPLOAD_WINDOW}. */
  public static final int PICTURE_UPLOADS = 60;

  /** Within which time so many pictures may be sent again, on one instance. */
  public static final Duration PICTURE_UPLOAD_WINDOW = Duration.ofMinutes(10);

  /** People whose pictures are asked for in one request. */
  public static final int PICTURES_ASKED_FOR = 100;

  /** Conversations whose members are told at once that somebody looks different. */
  public static final int LOOK_CONVERSATIONS = 1_000;

  /** How long an address in the store of uploads is good. */
  public static final Duration BLOB_LINK = Duration.ofSeconds(60);

  /** How long an upload may take from its first byte in the store until something names it. */
  public static final Duration BLOB_WRITTEN_WITHIN = Duration.ofMinutes(15);

  /** How long what is not named any more stays, for those who read it just now. */
  public static final Duration BLOB_READ_WITHIN = Duration.ofMinutes(1);

  /** How often each instance looks for uploads that nothing names. */
  public static final Duration BLOB_SWEEP = Duration.ofMinutes(1);

  /** Uploads that are removed in one transaction. */
  public static final int BLOBS_AT_ONCE = 20;

  /** Characters of the name that a person goes by. */
  public static final int DISPLAY_NAME_LENGTH = 60;

  /** Characters that a person writes about himself. */
  public static final int ABOUT_LENGTH = 500;

  /** Characters in which a person describes his gender. */
  public static final int GENDER_LENGTH = 40;

  /** Links of a profile. */
  public static final int PROFILE_LINKS = 5;

  /** Characters of a link of a profile. */
  public static final int PROFILE_LINK_LENGTH = 200;

  /** People whom one person blocks. */
  public static final int BLOCKED_PEOPLE = 1_000;

  /** Characters of what is written with a chat request. */
  public static final int REQUEST_NOTE_LENGTH = 300;

  /** Chat requests that one person sends within {@link #REQUEST_DAY}, over all instances. */
  public static final int REQUESTS_OF_A_DAY = 30;

  /** Within which time so many chat requests are sent. */
  public static final Duration REQUEST_DAY = Duration.ofDays(1);

  /**
   * Chat requests to one person within {@link #REQUEST_REST}, whatever became of them: who takes
   * back and asks again calls the other each time.
   */
  public static final int REQUESTS_TO_ONE = 3;

  /** How long who was declined may not ask again, and who was ignored is not heard. */
  public static final Duration REQUEST_REST = Duration.ofDays(30);

  /** Reports of others that one person makes within {@link #REQUEST_DAY}, over all instances. */
  public static final int REPORTS_OF_A_DAY = 20;

  /** Characters of what is written in a report. */
  public static final int REPORT_WORDS_LENGTH = 1_000;

  /** Messages that are the evidence of one report. */
  public static final int REPORT_MESSAGES = 20;

  /** Interests of a person. */
  public static final int INTERESTS = 30;

  /** Characters in the name of an interest. */
  public static final int INTEREST_NAME_LENGTH = 40;

  /** Interests that a person has added and that wait for moderation. */
  public static final int PENDING_INTERESTS = 10;

  /** Interests that one search for people or groups names, and that a listed group has. */
  public static final int SEARCH_INTERESTS = 10;

  /** Characters of the words that people and groups are searched by. */
  public static final int SEARCH_TEXT_LENGTH = 100;

  /** People or groups on one page of a discovery. */
  public static final int DISCOVERY_PAGE = 50;

  /**
   * People whom one page of a discovery looks at: of interests that more have, it looks at those
   * who chose them last.
   */
  public static final int DISCOVERY_CANDIDATES = 3_000;

  /** Of each interest at least as many are looked at, however many interests there are. */
  public static final int DISCOVERY_CANDIDATES_OF_ONE = 150;

  /**
   * Pages of discovery, of people or groups, and profiles of others that one account is given at
   * once, and again within {@link #DOOR_WINDOW}, on one instance.
   */
  public static final int DISCOVERIES = 120;

  /**
   * And on one day in UTC, over all instances: what a person looks at, and nobody collects
   * everybody.
   */
  public static final int DISCOVERIES_OF_A_DAY = 2_000;

  /**
   * Listed groups that one account joins, or asks to, at once, and again within {@link
   * #DOOR_WINDOW}, on one instance.
   */
  public static final int LISTED_JOINS = 10;

  /** And on one day in UTC, over all instances: nobody walks through every group. */
  public static final int LISTED_JOINS_OF_A_DAY = 50;

  /**
   * People that one account looks up by address, wallet or whole name at once, and again within
   * {@link #DOOR_WINDOW}, on one instance.
   */
  public static final int LOOK_UPS = 30;

  /** And on one day in UTC, over all instances: an address book, not a list of addresses. */
  public static final int LOOK_UPS_OF_A_DAY = 200;

  /** The longest text that is looked up: an e-mail address. */
  public static final int LOOK_UP_LENGTH = 256;

  /**
   * Members of a group up to whom everybody is told how far each has come; in a larger one each is
   * told of himself, and asks for the others.
   */
  public static final int MARKS_OF_MEMBERS = 50;

  /** Items on one page of any list, over REST or by {@code fetch}. */
  public static final int PAGE_ITEMS = 200;

  /** Entries that one internal read of the log returns at most. */
  public static final int LOG_READ_ENTRIES = 1_000;

  /** Entries of one commit: more would only make the first sender wait for the last. */
  public static final int COMMIT_ENTRIES = 1_000;

  /** Bytes of bodies in one commit. */
  public static final int COMMIT_BYTES = 4 * 1024 * 1024;

  /** Entries that wait for the writer; a sender beyond them is asked to come back. */
  public static final int WAITING_ENTRIES = 20_000;

  /** Bytes of bodies that wait for the writer: what bounds its memory when bodies are large. */
  public static final int WAITING_BYTES = 64 * 1024 * 1024;

  /** Entries of other writers that one transaction adopts. */
  public static final int ADOPTED_ENTRIES = 100;

  /** When a sender that found the writer's queue full may come back. */
  public static final Duration COME_BACK_AFTER = Duration.ofSeconds(1);

  /** How often moved watermarks are written: the price of a receipt is a share of one statement. */
  public static final Duration WATERMARK_FLUSH = Duration.ofMillis(200);

  /** Members whose moved watermarks wait to be written; beyond them moves are forgotten. */
  public static final int WAITING_WATERMARKS = 100_000;

  /** Entries that a connection may leave unacknowledged, when the client does not say. */
  public static final int SOCKET_WINDOW = 64;

  /** Entries that a connection may leave unacknowledged at most. */
  public static final int SOCKET_WINDOW_MAX = 256;

  /**
   * Bytes of entries that one connection may leave unacknowledged, and bytes that wait to be
   * written to it, before entries stay in the log.
   */
  public static final int SOCKET_BACKLOG_BYTES = 1024 * 1024;

  /** Bytes that wait to be written to one connection, answers included, before it is ended. */
  public static final int SOCKET_BACKLOG_MAX_BYTES = 4 * 1024 * 1024;

  /** Requests of one connection that may wait for their answers. */
  public static final int SOCKET_IN_FLIGHT = 16;

  /** Frames per second that one connection may send for long. */
  public static final int SOCKET_FRAMES_PER_SECOND = 400;

  /** Frames that one connection may send at once. */
  public static final int SOCKET_FRAMES_BURST = 800;

  /** How long a connection may take to say who it is. */
  public static final Duration SOCKET_HELLO_WITHIN = Duration.ofSeconds(10);

  /** How long {@code POST /api/sync} may wait: less than what a proxy takes for a dead server. */
  public static final Duration SYNC_WAIT = Duration.ofSeconds(25);

  /** Requests of one session that wait in {@code POST /api/sync}; one more ends the oldest. */
  public static final int SYNC_WAITING = 2;

  /** How often a client sends something, at least; two and a half of these in silence end it. */
  public static final Duration SOCKET_HEARTBEAT = Duration.ofSeconds(25);

  /** How long a full window may stay unacknowledged. */
  public static final Duration SOCKET_ACKNOWLEDGE_WITHIN = Duration.ofSeconds(60);

  /** How long one frame may take to leave. */
  public static final Duration SOCKET_SEND_WITHIN = Duration.ofSeconds(10);

  /** Who does not say again that he is typing has stopped. */
  public static final Duration TYPING_HOLDS = Duration.ofSeconds(6);

  /** Saying more often that one is typing tells nobody more. */
  public static final Duration TYPING_TOLD_EVERY = Duration.ofMillis(250);

  /** How long a client may rely on what it was told of somebody's presence. */
  public static final Duration PRESENCE_HOLDS = Duration.ofSeconds(150);

  /** How often an instance tells the others who is connected to it. */
  public static final Duration PRESENCE_ROSTER_EVERY = Duration.ofSeconds(3);

  /** How long the word of an instance holds: its people are gone when it is silent for longer. */
  public static final Duration PRESENCE_WORD_HOLDS = Duration.ofSeconds(10);

  /** How long who has lost his connection may take to come back before he counts as gone. */
  public static final Duration PRESENCE_GRACE = Duration.ofSeconds(4);

  /** How often it is written down at most that a person was there. */
  public static final Duration LAST_SEEN_WRITTEN_EVERY = Duration.ofMinutes(1);

  /**
   * How long a client is told of the people on its screen unless it names them again: then it is
   * asked anew whether it may know.
   */
  public static final Duration FOCUS_HOLDS = Duration.ofSeconds(150);

  /** People whose presence one client may show at a time. */
  public static final int FOCUS_PEOPLE = 100;

  /** Conversations that one client may have on the screen. */
  public static final int FOCUS_CONVERSATIONS = 100;

  /** Over how long the clients of an instance that stops spread their return. */
  public static final Duration SOCKET_DRAIN_SPREAD = Duration.ofSeconds(3);

  /** How often the heads of followed streams are compared with the log. */
  public static final Duration FANOUT_SWEEP = Duration.ofSeconds(3);

  /** Bytes of news that wait for the broker before more is dropped. */
  public static final int FANOUT_QUEUE_BYTES = 16 * 1024 * 1024;

  /** Bytes of news in one message, so that the broker need not treat it as a large one. */
  public static final int FANOUT_MESSAGE_BYTES = 80 * 1024;

  /** How long news is worth delivering; allows for clocks that differ a little. */
  public static final Duration FANOUT_EXPIRES_AFTER = Duration.ofSeconds(30);

  /** Jobs that go from the outbox to the broker in one transaction. */
  public static final int OUTBOX_BATCH = 500;

  /** How often each instance looks through the outbox. */
  public static final Duration OUTBOX_SWEEP = Duration.ofSeconds(1);

  /** Characters of one job. */
  public static final int JOB_CHARACTERS = 64 * 1024;

  /** Characters of the address of a push service. */
  public static final int PUSH_ENDPOINT_CHARACTERS = 2_048;

  /** Devices of one account that can be called when nobody is there; the oldest makes room. */
  public static final int PUSH_SUBSCRIPTIONS = 20;

  /** How long a device is called that does not say again where it is reached. */
  public static final Duration PUSH_SUBSCRIPTION = Duration.ofDays(30);

  /** How long a message waits to be read before somebody is called about it. */
  public static final Duration PUSH_DELAY = Duration.ofSeconds(5);

  /** Messages of a conversation within this time are one job, on each instance. */
  public static final Duration PUSH_GATHER = Duration.ofSeconds(1);

  /**
   * How long it is remembered of a message that it is worth no call: longer than a job waits while
   * the broker is away.
   */
  public static final Duration PUSH_QUIET_KEPT = Duration.ofDays(7);

  /** How long an instance relies on what it knows of who can be called. */
  public static final Duration PUSH_REACHABLE_FOR = Duration.ofSeconds(5);

  /** How long a push service keeps a call for a device that is off. */
  public static final Duration PUSH_KEPT_FOR = Duration.ofDays(3);

  /** How often a call is tried. */
  public static final int PUSH_ATTEMPTS = 8;

  /** The pause before the second try; it doubles with each further one. */
  public static final Duration PUSH_FIRST_RETRY = Duration.ofSeconds(5);

  /** The longest pause, whatever the push service asks for. */
  public static final Duration PUSH_LAST_RETRY = Duration.ofHours(1);

  /** How long a push service that does not answer is left alone. */
  public static final Duration PUSH_SERVICE_RESTS = Duration.ofSeconds(15);

  /** Push services that are remembered not to answer. */
  public static final int PUSH_SERVICES_IN_MIND = 1_000;

  /** How long one instance may have one mail in hand: longer than a transport takes for it. */
  public static final Duration MAIL_IN_HAND = Duration.ofMinutes(2);

  /** How long a mail server that does not answer is left alone, by each instance. */
  public static final Duration MAIL_SERVER_RESTS = Duration.ofSeconds(10);

  /** The pause before the second try to send a mail; it doubles with each further one. */
  public static final Duration MAIL_FIRST_RETRY = Duration.ofSeconds(5);

  /** The longest pause between two tries to send a mail. */
  public static final Duration MAIL_LAST_RETRY = Duration.ofMinutes(5);

  /** How long after its time a mail counts as one that no job is about any more. */
  public static final Duration MAIL_LOST_AFTER = Duration.ofMinutes(15);

  /** How often each instance looks for mail that no job is about. */
  public static final Duration MAIL_SWEEP = Duration.ofMinutes(5);

  /** How long it is known of a mail that it was sent; what it said is forgotten at once. */
  public static final Duration MAIL_REMEMBERED = Duration.ofDays(7);

  /** Links that one account may ask for to verify an address, within {@link #EMAIL_WINDOW}. */
  public static final int EMAIL_LINKS = 10;

  /** Mails with links to one address within {@link #EMAIL_WINDOW}, whoever asks for them. */
  public static final int EMAIL_MAILS = 5;

  /** Within which time so many links and mails are made, over all instances. */
  public static final Duration EMAIL_WINDOW = Duration.ofHours(1);

  /** How long it is remembered of a link that expired what it was, to tell the person. */
  public static final Duration EMAIL_LINK_REMEMBERED = Duration.ofDays(7);

  /** How long it is tried to tell an address that it was replaced or given up. */
  public static final Duration EMAIL_NOTICE = Duration.ofDays(3);

  /** Password hashes that are computed at the same time: each takes 19 MiB and a processor. */
  public static final int PASSWORD_HASHES = 2;

  /** How long a sign-in waits for its turn to hash before it is asked to come back. */
  public static final Duration PASSWORD_HASH_WAIT = Duration.ofSeconds(5);

  /**
   * Wrong passwords for one account from one network address at once, and again within {@link
   * #SIGN_IN_WINDOW}.
   */
  public static final int SIGN_IN_FAILURES = 10;

  /** Within which time as many wrong passwords may be tried again. */
  public static final Duration SIGN_IN_WINDOW = Duration.ofMinutes(5);

  /**
   * Accounts made from one network address at once, and again within {@link #REGISTRATION_WINDOW}.
   */
  public static final int REGISTRATIONS = 60;

  /** Within which time as many accounts may be made again. */
  public static final Duration REGISTRATION_WINDOW = Duration.ofMinutes(30);

  /** How long a proof of who a person is lets him change how his account is opened. */
  public static final Duration FRESH_PROOF = Duration.ofMinutes(10);

  /** Recovery codes of an account, each of which opens it once. */
  public static final int RECOVERY_CODES = 10;

  /** How long a link is good that opens a lost account. */
  public static final Duration RECOVERY_LINK = Duration.ofHours(1);

  /** Wrong codes that end such a link. */
  public static final int RECOVERY_TRIES = 5;

  /**
   * Links for lost accounts that one network address may ask for at once, and again within {@link
   * #REGISTRATION_WINDOW}.
   */
  public static final int RECOVERIES = 20;

  /** Passkeys that one account is opened with. */
  public static final int PASSKEYS = 20;

  /** Wallets that one account is opened with. */
  public static final int WALLETS = 20;

  /** Nonces for one network address at once, and again within {@link #DOOR_WINDOW}. */
  public static final int SIGN_IN_NONCES = 120;

  /** Searches for people by one account at once, and again within {@link #DOOR_WINDOW}. */
  public static final int PEOPLE_SEARCHES = 240;

  /** Within which time nonces and searches may be had again, on one instance. */
  public static final Duration DOOR_WINDOW = Duration.ofMinutes(1);

  /** How long a wallet may take to sign: the life of a sign-in nonce. */
  public static final Duration SIGN_IN_NONCE = Duration.ofMinutes(5);

  /** The longest validity that a sign-in message may claim for itself. */
  public static final Duration SIGN_IN_MESSAGE = Duration.ofMinutes(10);

  /** How far the clock of a wallet's device may be from ours. */
  public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  /** Answers of issuers from one network address at once, and again within {@link #DOOR_WINDOW}. */
  public static final int ISSUER_ANSWERS = 120;

  /**
   * How long a person may take at an issuer: some ask for a second factor, or for a new password.
   */
  public static final Duration ISSUER_VISIT = Duration.ofMinutes(10);

  /** How long everything may take that is asked of an issuer for one person. */
  public static final Duration ISSUER_ANSWERS_WITHIN = Duration.ofSeconds(3);

  /** How long what an issuer says of itself, and its keys, are kept. */
  public static final Duration ISSUER_KEPT = Duration.ofMinutes(15);

  /** How often an issuer is asked for a key that is not among those that are kept. */
  public static final Duration ISSUER_KEYS_AGAIN = Duration.ofSeconds(10);

  /** How old an ID token may be that was asked for just now. */
  public static final Duration ID_TOKEN_AGE = Duration.ofMinutes(5);

  /** Identities at issuers that one account is opened with. */
  public static final int IDENTITIES = 20;

  /** How long a person may take to choose a user name for a proven wallet. */
  public static final Duration WALLET_REGISTRATION = Duration.ofMinutes(10);

  /** The life of a socket ticket. */
  public static final Duration SOCKET_TICKET = Duration.ofSeconds(30);

  /** How long the previous refresh token still gives its successor, for an answer that was lost. */
  public static final Duration REFRESH_GRACE = Duration.ofSeconds(10);

  /**
   * How long an instance relies on what it knows of a session: use is written down this often, and
   * a revocation that no message told is noticed after this.
   */
  public static final Duration SESSION_CHECK = Duration.ofSeconds(60);

  /** Sessions an instance keeps in mind. */
  public static final int SESSIONS_IN_MIND = 200_000;

  /**
   * How long a session that is over is remembered: a used token that comes back is recognised, and
   * whoever comes back is told why he has to sign in again.
   */
  public static final Duration SESSION_REMEMBERED = Duration.ofDays(7);

  /** How often expired sessions and secrets are removed. */
  public static final Duration IDENTITY_CLEAN_UP = Duration.ofMinutes(10);

  /** Personal keys that an instance keeps in mind. */
  public static final int PERSONAL_KEYS_IN_MIND = 10_000;

  /** How long it does: so long it could still open what the key of a deleted account sealed. */
  public static final Duration PERSONAL_KEY_IN_MIND = Duration.ofMinutes(5);

  /** How often each instance looks for deletions of accounts that are not at their end. */
  public static final Duration ERASURE_LOOK = Duration.ofSeconds(1);

  /**
   * How long one instance may have a deletion in hand before another goes on with it, and how long
   * it waits after a step that failed.
   */
  public static final Duration ERASURE_IN_HAND = Duration.ofSeconds(15);

  /**
   * When the second round of a deletion begins: later than anything that was under way in the name
   * of the account can be, such as a request or the life of an access token.
   */
  public static final Duration ERASURE_SECOND_ROUND = Duration.ofMinutes(15);

  /** Bodies of a person's own stream that one step of a deletion erases. */
  public static final int ERASURE_BODIES = 1_000;

  /** Entries of the log that an export reads at once. */
  public static final int EXPORT_PAGE = 500;

  /** Times that an account may have all its data on one day, by UTC, over all instances. */
  public static final int EXPORTS_OF_A_DAY = 5;

  /** How often it is looked for data keys that a former master key has wrapped. */
  public static final Duration REWRAP_SWEEP = Duration.ofMinutes(2);

  /** How often quotas that are full again are removed. */
  public static final Duration QUOTA_SWEEP = Duration.ofMinutes(5);

  /** KeyPackages of one device that wait to be claimed, without the one of last resort. */
  public static final int KEY_PACKAGES = 100;

  /** The longest life that a KeyPackage may give itself. */
  public static final Duration KEY_PACKAGE_LIFE = Duration.ofDays(90);

  /** Bytes of one KeyPackage. */
  public static final int KEY_PACKAGE_BYTES = 4 * 1024;

  /** Devices of one account that have keys; the one that registered first makes room. */
  public static final int KEYED_DEVICES = 20;

  /** People whose KeyPackages are claimed at once. */
  public static final int KEY_CLAIM_PEOPLE = 50;

  /** Claims of one account at once, and again within {@link #KEY_CLAIM_WINDOW}. */
  public static final int KEY_CLAIMS = 120;

  /** Claims by one account from one other, at once and again within {@link #KEY_CLAIM_WINDOW}. */
  public static final int KEY_CLAIMS_FROM_ONE = 20;

  /** Within which time as many KeyPackages may be claimed again, over all instances. */
  public static final Duration KEY_CLAIM_WINDOW = Duration.ofHours(1);

  /**
   * Bytes of a commit that an entry of the log holds: in base64url, with what an entry has besides,
   * less than what the broker treats as a large message, and than a frame. 100 devices are added
   * with some 60 kB. Of a larger one the entry holds the hash.
   */
  public static final int COMMIT_ENTRY_BYTES = 72_000;

  /**
   * Bytes that a commit may have besides for each leaf: while most of a tree is blank, new keys are
   * encrypted for each device by itself, with 82 bytes (RFC 9420, section 7.6).
   */
  public static final int COMMIT_LEAF_BYTES = 96;

  /** Devices that one commit adds. */
  public static final int COMMIT_ADDS = 100;

  /** Leaves of a tree, blank ones included. */
  public static final int GROUP_LEAVES = 4_096;

  /** Bytes of one commit in the largest group. */
  public static final int COMMIT_MESSAGE_BYTES =
      COMMIT_ENTRY_BYTES + COMMIT_LEAF_BYTES * GROUP_LEAVES;

  /**
   * Bytes of a request that commits, and of each part of it: GroupInfo and Welcome both hold the
   * tree, which has some 320 bytes for each leaf.
   */
  public static final int COMMIT_REQUEST_BYTES = 5 * 1024 * 1024;

  /** Commits of one account at once, and again within {@link #COMMIT_WINDOW}. */
  public static final int COMMITS = 120;

  /** Within which time as many commits may be made again, over all instances. */
  public static final Duration COMMIT_WINDOW = Duration.ofMinutes(10);

  /** How long a Welcome waits for its device; after that it joins by itself. */
  public static final Duration WELCOME_KEPT = Duration.ofDays(90);

  /** Devices on one page of those of a conversation. */
  public static final int DEVICES_PAGE = 1_000;

  /** How often keys and Welcomes are removed that nobody can use any more. */
  public static final Duration KEYS_SWEEP = Duration.ofMinutes(10);

  /** Ways of recovery that an account has at most. */
  public static final int RECOVERY_METHODS = 10;

  /**
   * Bytes of what a way of recovery opens: a version, a nonce, 32 bytes and their tag, and room.
   */
  public static final int SEALED_ROOT_BYTES = 256;

  /** Bytes of the id of a passkey: as long as WebAuthn lets it be. */
  public static final int CREDENTIAL_ID_BYTES = 1_023;

  /** Changes of an account's key and recovery at once, and again within an hour. */
  public static final int RECOVERY_CHANGES = 60;

  /** Within which time as many may be made again, over all instances. */
  public static final Duration RECOVERY_CHANGE_WINDOW = Duration.ofHours(1);

  /** Entries that are added to a backup at once. */
  public static final int BACKUP_ENTRIES = 200;

  /** Bytes of one entry in a backup: the longest text, padded and sealed, is shorter. */
  public static final int BACKUP_ENTRY_BYTES = 64 * 1024;

  /** Bytes of a request that adds to a backup. */
  public static final int BACKUP_REQUEST_BYTES = 1024 * 1024;

  /** Entries on one page of a backup. */
  public static final int BACKUP_PAGE = 500;

  /** Bytes after which a page of a backup ends, sooner than by its entries. */
  public static final int BACKUP_PAGE_BYTES = 1024 * 1024;

  /**
   * What an account adds to its backup at once, and again within a day, in units of 1,024 bytes.
   */
  public static final int BACKUP_KIBIBYTES = 256 * 1024;

  /** Within which time as much may be added again, over all instances. */
  public static final Duration BACKUP_WINDOW = Duration.ofDays(1);

  /** Rows of a backup that one step of an erasure deletes. */
  public static final int BACKUP_ERASED_AT_ONCE = 5_000;

  /** How long a tip can be paid after it was promised: wallets and hardware take their time. */
  public static final Duration TIP_OPEN = Duration.ofMinutes(30);

  /** How long after that a payment may be claimed that came in time. */
  public static final Duration TIP_CLAIMED_LATE = Duration.ofDays(7);

  /** How much older than the tip its payment may be: the clocks of chains are not ours. */
  public static final Duration TIP_CLOCKS_DIFFER = Duration.ofSeconds(60);

  /** Tips of one payer that wait to be paid. */
  public static final int TIPS_OPEN = 20;

  /** What somebody lets himself give counts for so long: a day, wherever he is. */
  public static final Duration TIP_LIMIT_WINDOW = Duration.ofHours(24);

  /** So many limits somebody sets for himself: more than there are things to give. */
  public static final int TIP_LIMITS = 100;

  /** Requests about tips by one account at once that ask a node, and again within a minute. */
  public static final int TIP_REQUESTS = 60;

  /** Names of wallets that one account may ask the chain for, over all instances, in a while. */
  public static final int WALLET_NAMES = 120;

  /** Within which time as many may be asked for again. */
  public static final Duration WALLET_NAMES_WINDOW = Duration.ofMinutes(10);

  /** Within which time the bucket of those requests fills again. */
  public static final Duration TIP_WINDOW = Duration.ofMinutes(1);

  /**
   * How often a conversation is told at most how many blocks have followed a payment: every block
   * of twelve, and every second one of twenty-four.
   */
  public static final int TIP_STEPS = 12;

  /** The shortest time between two looks at a tip. */
  public static final Duration TIP_LOOK_MIN = Duration.ofMillis(500);

  /** The longest: of a transaction that nobody mines, or while nodes are away. */
  public static final Duration TIP_LOOK_MAX = Duration.ofMinutes(2);

  /** How late a look may be before its job counts as lost. */
  public static final Duration TIP_JOB_LOST = Duration.ofMinutes(2);

  /** How often each instance looks for tips whose jobs were lost. */
  public static final Duration TIP_SWEEP = Duration.ofSeconds(20);

  /** Whole units of everything that the faucet of a development chain gives at once. */
  public static final int FAUCET_UNITS = 10;

  private Limits() {}

  /** Bytes of the sealed list of whom a person has verified: some 700 people. */
  public static final int VERIFICATIONS_BYTES = 64 * 1024;

  /** How often an account may state, bind wallets or keep verifications at once, and again. */
  public static final int TRUST_CHANGES = 120;

  /** Within which time as much may be stated again, over all instances. */
  public static final Duration TRUST_CHANGE_WINDOW = Duration.ofHours(1);

  /**
   * How long the key of a device that is gone is told: as long as a browser can be away and still
   * have its own place in a group, which it has as long as its KeyPackages live.
   */
  public static final Duration FORMER_DEVICE_KEPT = KEY_PACKAGE_LIFE;

  /** Devices that are asked about at once. */
  public static final int FORMER_DEVICES = 50;

  /** How often devices are forgotten that have been gone for so long. */
  public static final Duration FORMER_DEVICE_SWEEP = Duration.ofMinutes(10);

  /** How often what was stated is given its place in the log of keys. */
  public static final Duration KEY_LOG_PAUSE = Duration.ofSeconds(5);

  /** Entries of the log of keys that get their places in one transaction. */
  public static final int KEY_LOG_BATCH = 1_000;

  /** Entries of one account that are told at once: its newest. */
  public static final int KEY_LOG_ENTRIES = 500;
}
