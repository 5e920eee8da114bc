import CommonMark
import GuideModel

/// The hosting company's settings, and the form in which readers type what is theirs.
extension GuideBody {
  mutating func write(_ settings: GuideSettings) {
    writer.openHTML("<section class=\"your-settings\">", "</section>")
    openHeading(.settings)
    paragraph(settings.values.words.lead(settings.values.provider.name))
    writer.openHTML(form(settings), "")
    writer.tree.close()
    writer.openHTML("<div class=\"settings\">", "</div>")
    write(settings.values.words.account, rows: [accountRow(settings.values)])
    for server in settings.servers { write(server, settings.values) }
    writer.tree.close()
    writer.tree.close()
  }

  /// Shown where script runs. It is no form, and its fields have no names: nothing can send them.
  /// Spelling is not looked at, for some browsers ask a server for that.
  private func form(_ settings: GuideSettings) -> String {
    let words = settings.values.words
    func field(_ id: String, _ label: String, _ attributes: String) -> String {
      """
      <p><label for="values:\(id)">\(HTMLText.escaped(label))</label>
      <input id="values:\(id)" type="text" maxlength="254" autocomplete="off" \
      autocapitalize="off" spellcheck="false" \(attributes)></p>

      """
    }
    let example = HTMLText.escaped(settings.values.address.text)
    let about = "aria-describedby=\"values:message values:stay\""
    var fields = field(
      "address", words.address, "inputmode=\"email\" placeholder=\"\(example)\" \(about)")
    if settings.asksForUserName {
      fields += field("user-name", words.userName(settings.values.provider.name), "")
    }
    let lead = HTMLText.escaped(words.formLead)
    return """
      <div class="personal-values" role="group" aria-labelledby="values:lead">
      <p id="values:lead">\(lead)</p>
      \(fields)<p id="values:message" role="status"></p>
      <p><button type="button" id="values:clear">\(HTMLText.escaped(words.clear))</button></p>
      <p id="values:stay">\(HTMLText.escaped(words.stay))</p>
      </div>
      """
  }

  // MARK: - Tables

  /// A setting, its value, and what else is to be said of it.
  private struct Row {
    let label: String
    let value: ProviderValues.Value
    var remark: String?
  }

  private func accountRow(_ values: ProviderValues) -> Row {
    Row(label: values.words.settingAddress, value: values.address)
  }

  private mutating func write(_ server: MailServer, _ values: ProviderValues) {
    let words = values.words
    let title = server.mailProtocol == .smtp ? words.outgoing : words.incoming
    func plain(_ text: String) -> ProviderValues.Value { .init(text: text, isTyped: false) }
    var rows = [
      Row(label: words.settingHost, value: .init(text: server.host)),
      Row(label: words.settingPort, value: .init(text: String(server.port))),
      Row(label: words.settingSecurity, value: plain(values.security(of: server))),
    ]
    // Who does not sign in has no user name.
    if server.authentication != .none, server.authentication != .popBeforeSMTP {
      rows.append(
        Row(
          label: words.settingUserName, value: values.userName(server.userName),
          remark: words.explanation(of: server.userName)))
    }
    rows.append(
      Row(
        label: words.settingAuthentication,
        value: plain(
          words.words(
            for: server.authentication, minutes: values.provider.popBeforeSMTPMinutes))))
    write(title(server.mailProtocol.title), rows: rows)
  }

  /// A table with its name above; in Markdown the name is the head of its first column.
  private mutating func write(_ title: String, rows: [Row]) {
    writer.openHTML("<table>", "</table>")
    writer.tree.open(
      .customInline(.init(html: ("<caption>", "</caption>\n"), markdown: ("| ", " |  |\n"))))
    writer.add(title)
    writer.tree.close()
    writer.tree.add(inline: .init(html: ("<tbody>\n", ""), markdown: ("| --- | --- |\n", "")))
    for row in rows { write(row) }
    writer.tree.add(inline: .init(html: ("</tbody>\n", "")))
    writer.tree.close()
  }

  private mutating func write(_ row: Row) {
    writer.isInCell = true
    writer.tree.open(
      .customInline(
        .init(html: ("<tr><th scope=\"row\">", "</th>"), markdown: ("| ", " |"))))
    writer.add(row.label)
    writer.tree.close()
    writer.tree.open(
      .customInline(.init(html: ("<td>", "</td></tr>\n"), markdown: (" ", " |\n"))))
    writer.writeValue(row.value)
    if row.value.part != nil { writeExampleMark() }
    if let remark = row.remark {
      writer.tree.open(
        .customInline(.init(html: (" <span class=\"remark\">", "</span>"), markdown: (" – ", ""))))
      writer.add(remark)
      writer.tree.close()
    }
    writer.tree.close()
    writer.isInCell = false
  }

  /// Says that the value before is an example, until the script has put the reader's own there.
  private mutating func writeExampleMark() {
    let mark = "(\(text.values.exampleMark))"
    writer.tree.add(
      inline: .init(
        html: (" <span class=\"example\">\(HTMLText.escaped(mark))</span>", ""),
        markdown: (" \(BodyWriter.markdown(mark))", "")))
  }
}
