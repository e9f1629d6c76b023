<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI → the raw transcript it was made from.

  The characters of TEI/text stand in the order of the transcript, so the transcript is the string value of the text,
  but for what the table in docs/encoding.md ("How a file is built") lists. Each row of that table is a template here.
  Runs of white space may differ from the transcript; nothing else may.

      <p>said <hi rend="italic">Dobrynin</hi>.<note xml:id="fn1" n="1"><label>1</label>Text.</note>
      <pb n="575" rend="bracketed"/> He</p> <fw type="notes">2. <ptr type="note" target="#fn1"/></fw>
          →  said *Dobrynin*.1 [Page 575] He 2. Text.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The only mode: text is copied, elements are transparent unless a template below says otherwise. -->
  <xsl:mode name="transcript" on-no-match="text-only-copy"/>

  <!-- Notes by the pointers that stand where their text is printed: ptr/@target="#fn1" → the ptr. -->
  <xsl:key name="printed-at" match="ptr[@type = 'note']" use="substring-after(@target, '#')"/>

  <!-- Notes by their id. -->
  <xsl:key name="note" match="note" use="@xml:id"/>

  <!-- The marks around emphasized text, by a word of @rend. -->
  <xsl:variable name="v:marks" as="map(xs:string, xs:string)" select="
      map {
        'bold': '**',
        'italic': '*',
        'underscore': '_',
        'strikethrough': '~~'
      }"/>

  <!-- The glyphs before the items of a list, by a word of @rend. -->
  <xsl:variable name="v:glyphs" as="map(xs:string, xs:string)" select="
      map {
        'bullet': '•',
        'hyphen': '-',
        'asterisk': '*',
        'dash': '–'
      }"/>

  <xsl:template name="xsl:initial-template" match="/" as="text()*">
    <xsl:apply-templates select="TEI/text[1]" mode="transcript"/>
  </xsl:template>

  <!-- pb rend="bracketed" n="559" → [Page 559]; inside a word with a space on both sides. -->
  <xsl:template match="pb[v:rend(.) = 'bracketed']" mode="transcript" as="text()">
    <xsl:variable name="space" as="xs:string" select="if (@break = 'no') then ' ' else ''"/>
    <xsl:text>{$space}[Page {@n}]{$space}</xsl:text>
  </xsl:template>

  <!-- hi rend="bold" → **…**; rend="bold open" → **…; rend="bold close" → …**; rend="bold middle" → … -->
  <xsl:template match="hi | del" mode="transcript" as="text()*">
    <xsl:variable name="words" as="xs:string*" select="v:rend(.)"/>
    <xsl:variable name="marks" as="xs:string*" select="$words ! $v:marks(.)"/>
    <xsl:if test="not($words = ('close', 'middle'))">
      <xsl:text>{string-join($marks)}</xsl:text>
    </xsl:if>
    <xsl:apply-templates mode="transcript"/>
    <xsl:if test="not($words = ('open', 'middle'))">
      <xsl:text>{string-join(reverse($marks))}</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- item rend="bullet" → • and the text. -->
  <xsl:template match="item[@rend]" mode="transcript" as="text()*">
    <xsl:for-each select="v:rend(.) ! $v:glyphs(.)">
      <xsl:text>{.} </xsl:text>
    </xsl:for-each>
    <xsl:apply-templates mode="transcript"/>
  </xsl:template>

  <!-- A note that is printed elsewhere → at its own place its printed mark, if any. -->
  <xsl:template match="note[key('printed-at', @xml:id)]" mode="transcript" as="text()*">
    <xsl:apply-templates select="v:mark(.)/node()" mode="transcript"/>
  </xsl:template>

  <!-- ptr type="note" → the text of the note without its mark. -->
  <xsl:template match="ptr[@type = 'note']" mode="transcript" as="text()*">
    <xsl:for-each select="key('note', substring-after(@target, '#'))">
      <xsl:apply-templates select="node() except v:mark(.)" mode="transcript"/>
    </xsl:for-each>
  </xsl:template>

  <!-- choice → what is printed. -->
  <xsl:template match="choice" mode="transcript" as="text()*">
    <xsl:apply-templates select="sic | orig | abbr" mode="transcript"/>
  </xsl:template>

  <!-- An editor's addition → nothing. -->
  <xsl:template match="corr | reg | expan | supplied[@resp] | note[@resp]" mode="transcript" as="text()*" priority="2"/>

  <!-- The words of @rend: rend="bold open" → ('bold', 'open'). -->
  <xsl:function name="v:rend" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@rend)"/>
  </xsl:function>

  <!-- The printed mark of a note: <note><label>1</label>Text.</note> → <label>1</label> -->
  <xsl:function name="v:mark" as="element(label)?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/label[1]"/>
  </xsl:function>

</xsl:stylesheet>
