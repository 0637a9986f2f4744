-- Results, acknowledgements and low-water mark of a batch, in one atomic step; each only while the claim on the pending entry holds (Ownership.cs).
-- KEYS  tasks, results, last_ack
-- ARGV  group, consumer, longest results stream ('' = not trimmed), then for each entry in the order of IDs:
--       ID, number of the delivery that made the claim ('' = not known), type ('' = acknowledge only), data
-- Answers for each entry the ID of the result, 'acknowledged', 'taken' (another consumer owns it), 'namesake' (delivered again under the same name) or
-- 'answered' (nobody owns it: it was answered before).
local tasks, results, last_ack = KEYS[1], KEYS[2], KEYS[3]
local group, consumer, longest = ARGV[1], ARGV[2], ARGV[3]

-- IDs are compared as text, digit by digit: a Lua number holds 53 bits, an ID has two of 64.
local function less(a, b)
  local a1, a2 = string.match(a, '^(%d+)%-(%d+)$')
  local b1, b2 = string.match(b, '^(%d+)%-(%d+)$')
  if a1 == b1 then
    a1, b1 = a2, b2
  end
  if #a1 ~= #b1 then
    return #a1 < #b1
  end
  return a1 < b1
end

local function minus_one(digits)
  local head, last, zeros = string.match(digits, '^(%d-)([1-9])(0*)$')
  local text = head .. tostring(tonumber(last) - 1) .. string.rep('9', #zeros)
  return (string.gsub(text, '^0+(%d)', '%1'))
end

local function below(entry)
  local time, sequence = string.match(entry, '^(%d+)%-(%d+)$')
  if sequence ~= '0' then
    return time .. '-' .. minus_one(sequence)
  end
  if time == '0' then
    return '0-0'
  end
  return minus_one(time) .. '-18446744073709551615'
end

-- nil where the right to XINFO is missing.
local function last_delivered()
  local groups = redis.pcall('XINFO', 'GROUPS', tasks)
  if groups.err then
    return nil
  end
  for _, fields in ipairs(groups) do
    local of = {}
    for i = 1, #fields, 2 do
      of[fields[i]] = fields[i + 1]
    end
    if of['name'] == group then
      return of['last-delivered-id']
    end
  end
  return nil
end

local function publish(kind, data)
  if longest == '' then
    return redis.pcall('XADD', results, '*', 'type', kind, 'data', data)
  end
  return redis.pcall('XADD', results, 'MAXLEN', '~', longest, '*', 'type', kind, 'data', data)
end

local mark = redis.call('GET', last_ack)
if not mark or not string.match(mark, '^%d+%-%d+$') then
  mark = '0-0'
end

-- What the consumer owns between the first and the last entry, in one look; the few that it does not show are looked up one by one.
local deliveries = {}
for _, claim in ipairs(redis.call('XPENDING', tasks, group, ARGV[4], ARGV[#ARGV - 3], #ARGV, consumer)) do
  deliveries[claim[1]] = claim[4]
end

local function orphaned(id)
  local delivered = last_delivered()
  local undelivered = delivered and less(delivered, id)
  local forgotten = less(mark, id) and #redis.call('XRANGE', tasks, id, id) == 0
  return undelivered or forgotten
end

local function ownership(id, mine)
  if not deliveries[id] then
    local claim = redis.call('XPENDING', tasks, group, id, id, 1)[1]
    if not claim then
      return orphaned(id) and 'orphaned' or 'answered'
    end
    if claim[2] ~= consumer then
      return 'taken'
    end
    deliveries[id] = claim[4]
  end
  if mine ~= '' and deliveries[id] > tonumber(mine) then
    return 'namesake'
  end
  return 'held'
end

local answers, done, failure = {}, {}, nil
for i = 4, #ARGV, 4 do
  local id, kind, data = ARGV[i], ARGV[i + 2], ARGV[i + 3]
  local owner = ownership(id, ARGV[i + 1])
  local answer = owner
  if owner == 'held' or owner == 'orphaned' then
    answer = 'acknowledged'
    if kind ~= '' then
      answer = publish(kind, data)
      if type(answer) == 'table' and answer.err then
        failure = answer
        break
      end
    end
    if owner == 'held' then
      done[#done + 1] = id
    end
  end
  answers[#answers + 1] = answer
end

if #done > 0 then
  redis.call('XACK', tasks, group, unpack(done))
  local pending = redis.call('XPENDING', tasks, group)
  local safe
  if pending[1] > 0 then
    safe = below(pending[2])
  else
    safe = last_delivered() or done[#done]
  end
  if less(mark, safe) then
    redis.call('SET', last_ack, safe)
  end
end
-- What was published before the failure is acknowledged; the rest is sent again.
return failure or answers
