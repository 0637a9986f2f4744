-- Results, acknowledgements and low-water mark of a batch, in one atomic step; each only for the consumer that owns the pending entry.
-- KEYS  tasks, results, last_ack
-- ARGV  group, consumer, longest results stream ('' = not trimmed), then for each entry in the order of IDs: ID, type ('' = acknowledge only), data
-- Answers for each entry 'published', 'fenced' (another consumer owns it) or 'answered' (nobody owns it: it was answered before).
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
local owned = {}
for _, claim in ipairs(redis.call('XPENDING', tasks, group, ARGV[4], ARGV[#ARGV - 2], #ARGV, consumer)) do
  owned[claim[1]] = true
end

local answers, done, failure = {}, {}, nil
for i = 4, #ARGV, 3 do
  local id, kind, data = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local answer, add = 'published', kind ~= ''
  if not owned[id] then
    local claim = redis.call('XPENDING', tasks, group, id, id, 1)[1]
    if claim then
      owned[id] = claim[2] == consumer
      if not owned[id] then
        answer, add = 'fenced', false
      end
    elseif add then
      -- Nobody's. Either it was answered, or the group or the stream was lost and made anew: then the result is all that is left of the task.
      local delivered = last_delivered()
      local again = delivered and less(delivered, id)
      local gone = less(mark, id) and #redis.call('XRANGE', tasks, id, id) == 0
      if not (again or gone) then
        answer, add = 'answered', false
      end
    else
      answer = 'answered'
    end
  end
  if add then
    local added = publish(kind, data)
    if type(added) == 'table' and added.err then
      failure = added
      break
    end
  end
  if owned[id] then
    done[#done + 1] = id
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
