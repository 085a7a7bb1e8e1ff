package chat.parley.profile.control;

import chat.parley.platform.AccountId;

/** Where somebody stands in a ranking: the higher score first, then the higher id. */
record Place(int score, AccountId account) {}
