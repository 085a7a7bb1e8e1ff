package chat.parley.backup;

import chat.parley.platform.WireBytes;

/** What an entry says, sealed for one of those who may read it. */
public record BackupEntry(long seq, WireBytes sealed) {}
