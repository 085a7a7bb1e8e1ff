-- Parts may come past the instances, by requests that were signed for somebody. Whatever becomes of the
-- file meanwhile, its row stays until nobody can put a part of it any more, so that none is left behind.

ALTER TABLE attachment ADD COLUMN writable_until timestamptz;
COMMENT ON COLUMN attachment.writable_until IS
  'Until when somebody may put parts into the store by himself; null when nobody ever could';
