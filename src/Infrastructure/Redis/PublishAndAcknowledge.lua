-- One atomic step: result, acknowledgement, low-water mark. Only for the consumer that owns the pending entry.
-- KEYS  tasks, results, last_ack
-- ARGV  group, consumer, entry ID, longest results stream ('' = not trimmed), type ('' = acknowledge only), data
-- Answers 'published', 'fenced' (another consumer owns the entry) or 'answered' (nobody owns it: it was answered before).
local tasks, results, last_ack = KEYS[1], KEYS[2], KEYS[3]
local group, consumer, id, longest, kind, data = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]

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

local function publish()
  if kind == '' then
    return
  end
  if longest == '' then
    redis.call('XADD', results, '*', 'type', kind, 'data', data)
  else
    redis.call('XADD', results, 'MAXLEN', '~', longest, '*', 'type', kind, 'data', data)
  end
end

local mark = redis.call('GET', last_ack)
if not mark or not string.match(mark, '^%d+%-%d+$') then
  mark = '0-0'
end

local claim = redis.call('XPENDING', tasks, group, id, id, 1)[1]
if not claim then
  -- Nobody's. Either it was answered, or the group or the stream was lost and made anew: then the result is all that is left of the task.
  local delivered = last_delivered()
  local again = delivered and less(delivered, id)
  local gone = less(mark, id) and #redis.call('XRANGE', tasks, id, id) == 0
  if kind ~= '' and (again or gone) then
    publish()
    return 'published'
  end
  return 'answered'
end
if claim[2] ~= consumer then
  return 'fenced'
end

publish()
redis.call('XACK', tasks, group, id)
local pending = redis.call('XPENDING', tasks, group)
local safe
if pending[1] > 0 then
  safe = below(pending[2])
else
  safe = last_delivered() or id
end
if less(mark, safe) then
  redis.call('SET', last_ack, safe)
end
return 'published'
