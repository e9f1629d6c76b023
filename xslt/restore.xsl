<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI → the raw transcript it was made from.

  The characters of TEI/text stand in the order of the transcript, so the transcript is the string value of the text,
  but for what the table in docs/encoding.md ("How a file is built") lists. Each row of that table is a template here.
  Runs of white space may differ from the transcript; nothing else may.

      <p>said <hi rend="italic">Dobrynin</hi>.<note xml:id="fn1" n="1"><label>1</label>Text.</note>
      <pb n="575" rend="bracketed"/> He</p> <fw type="notes">2. <ptr type="note" target="#fn1"/></fw>
          →  said *Dobrynin*.1 [Page 575] He 2. Text.

  XSLT 1.0, so that anybody can take the proof with what a machine has anyway: `xsltproc restore.xsl memo.xml`.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0">

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- Notes by the pointers that stand where their text is printed: ptr/@target="#fn1" → the ptr. -->
  <xsl:key name="printed-at" match="tei:ptr[@type = 'note']" use="substring-after(@target, '#')"/>

  <!-- Notes by their id. -->
  <xsl:key name="note" match="tei:note" use="@xml:id"/>

  <!-- Text is copied, elements are transparent unless a template below says otherwise. -->
  <xsl:template match="/">
    <xsl:apply-templates select="tei:TEI/tei:text[1]"/>
  </xsl:template>

  <!-- pb rend="bracketed" n="559" → [Page 559]; inside a word with a space on both sides. -->
  <xsl:template match="tei:pb[contains(concat(' ', @rend, ' '), ' bracketed ')]">
    <xsl:variable name="space" select="substring(' ', 1, number(@break = 'no'))"/>
    <xsl:value-of select="concat($space, '[Page ', @n, ']', $space)"/>
  </xsl:template>

  <!-- hi rend="bold" → **…**; rend="bold open" → **…; rend="bold close" → …**; rend="bold middle" → … -->
  <xsl:template match="tei:hi | tei:del">
    <xsl:variable name="words" select="concat(' ', @rend, ' ')"/>
    <xsl:if test="not(contains($words, ' close ') or contains($words, ' middle '))">
      <xsl:call-template name="signs">
        <xsl:with-param name="words" select="normalize-space(@rend)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="not(contains($words, ' open ') or contains($words, ' middle '))">
      <xsl:call-template name="signs">
        <xsl:with-param name="words" select="normalize-space(@rend)"/>
        <xsl:with-param name="backwards" select="true()"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- item rend="bullet" → • and the text. -->
  <xsl:template match="tei:item[@rend]">
    <xsl:call-template name="signs">
      <xsl:with-param name="words" select="normalize-space(@rend)"/>
    </xsl:call-template>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- The signs that words of @rend stand for: the marks around emphasized text, the glyph before an item of a list with
       the blank behind it. bold italic → ***, backwards as well; bullet → "• "; open → nothing. -->
  <xsl:template name="signs">
    <xsl:param name="words"/>
    <xsl:param name="backwards" select="false()"/>
    <xsl:variable name="word" select="substring-before(concat($words, ' '), ' ')"/>
    <xsl:if test="$word">
      <xsl:if test="not($backwards)">
        <xsl:call-template name="sign">
          <xsl:with-param name="word" select="$word"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="signs">
        <xsl:with-param name="words" select="substring-after($words, ' ')"/>
        <xsl:with-param name="backwards" select="$backwards"/>
      </xsl:call-template>
      <xsl:if test="$backwards">
        <xsl:call-template name="sign">
          <xsl:with-param name="word" select="$word"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- The sign for one word of @rend: bullet of an item → "• ", bold of emphasized text → **. -->
  <xsl:template name="sign">
    <xsl:param name="word"/>
    <xsl:choose>
      <xsl:when test="self::tei:item">
        <xsl:choose>
          <xsl:when test="$word = 'bullet'"><xsl:text>• </xsl:text></xsl:when>
          <xsl:when test="$word = 'hyphen'"><xsl:text>- </xsl:text></xsl:when>
          <xsl:when test="$word = 'asterisk'"><xsl:text>* </xsl:text></xsl:when>
          <xsl:when test="$word = 'dash'"><xsl:text>– </xsl:text></xsl:when>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="$word = 'bold'">**</xsl:when>
      <xsl:when test="$word = 'italic'">*</xsl:when>
      <xsl:when test="$word = 'underscore'">_</xsl:when>
      <xsl:when test="$word = 'strikethrough'">~~</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A note that is printed elsewhere → at its own place its printed mark, if any. -->
  <xsl:template match="tei:note[key('printed-at', @xml:id)]">
    <xsl:apply-templates select="tei:label[1]/node()"/>
  </xsl:template>

  <!-- ptr type="note" → the text of the note without its mark. -->
  <xsl:template match="tei:ptr[@type = 'note']">
    <xsl:for-each select="key('note', substring-after(@target, '#'))">
      <xsl:apply-templates select="node()[not(self::tei:label) or preceding-sibling::tei:label]"/>
    </xsl:for-each>
  </xsl:template>

  <!-- choice → what is printed. -->
  <xsl:template match="tei:choice">
    <xsl:apply-templates select="tei:sic | tei:orig | tei:abbr"/>
  </xsl:template>

  <!-- An editor's addition → nothing. -->
  <xsl:template match="tei:corr | tei:reg | tei:expan | tei:supplied[@resp] | tei:note[@resp]" priority="2"/>

</xsl:stylesheet>
