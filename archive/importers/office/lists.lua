-- HTML has no place for the brackets around the numbers of a list; put them beside it.
function OrderedList(list)
  return pandoc.Div({list}, {['data-delimiter'] = list.delimiter})
end
