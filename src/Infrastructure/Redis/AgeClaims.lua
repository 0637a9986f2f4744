-- Sets the idle time of entries that the consumer still owns: 0 renews the claims on them, a long one lets any other consumer take them at once.
-- Never takes an entry from another consumer.
-- KEYS  tasks
-- ARGV  group, consumer, idle time in milliseconds, entry IDs
-- Answers how many are still owned.
local owned = 0
for i = 4, #ARGV do
  local claim = redis.call('XPENDING', KEYS[1], ARGV[1], ARGV[i], ARGV[i], 1)[1]
  if claim and claim[2] == ARGV[2] then
    owned = owned + 1
    -- XCLAIM would drop a pending entry whose message was trimmed, and with it the right to publish the result.
    if #redis.call('XRANGE', KEYS[1], ARGV[i], ARGV[i]) == 1 then
      redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, ARGV[i], 'IDLE', ARGV[3], 'JUSTID')
    end
  end
end
return owned
