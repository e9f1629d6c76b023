<?xml version="1.0" encoding="UTF-8"?>
<!--
  The words of normalized TEI, for plain texts and for the search: what a reader reads, in one string.

      <p>said <hi rend="italic">no</hi>.<note v:n="1">A copy.</note> <fw type="pageNum">2</fw></p>  →  'said no.[1] '
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:import href="normalize.xsl"/>

  <!-- What the words are for: reading (with the numbers of the notes), analysis (without), speech (words alone). -->
  <xsl:param name="kind" as="xs:string" select="'analysis'"/>

  <!-- The words of one block: unknown elements are their text. -->
  <xsl:mode name="v:words" on-no-match="text-only-copy"/>

  <!-- Stands for a line end that matters until the lines are laid out. -->
  <xsl:variable name="v:line-end" as="xs:string" select="'&#x2028;'"/>

  <!-- The elements that begin a paragraph of their own. -->
  <xsl:variable name="v:block-names" as="xs:string+" select="
      'ab', 'body', 'byline', 'cell', 'closer', 'dateline', 'div', 'floatingText', 'head', 'item', 'l', 'label', 'lg',
      'list', 'opener', 'p', 'row', 'salute', 'signed', 'sp', 'table', 'text', 'trailer'"/>

  <!-- A note → [1] where it hangs, in a reading text. -->
  <xsl:template match="note" mode="v:words" as="text()?">
    <xsl:if test="$kind = 'reading' and not(@v:floating)">
      <xsl:text>[{@v:n}]</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Furniture, page breaks, and what is printed elsewhere → nothing. -->
  <xsl:template match="fw | stamp | pb | ptr" mode="v:words" as="text()?"/>

  <!-- choice → what an editor reads. -->
  <xsl:template match="choice" mode="v:words" as="text()*">
    <xsl:apply-templates select="(corr, reg, expan, *)[1]" mode="v:words"/>
  </xsl:template>

  <!-- lb → a line end. -->
  <xsl:template match="lb" mode="v:words" as="text()">
    <xsl:text>{$v:line-end}</xsl:text>
  </xsl:template>

  <!-- <del>SECRET</del> → ~~SECRET~~ -->
  <xsl:template match="del" mode="v:words" as="text()*">
    <xsl:text>~~</xsl:text>
    <xsl:apply-templates mode="v:words"/>
    <xsl:text>~~</xsl:text>
  </xsl:template>

  <!-- Speech is words alone: <stage>[Laughter]</stage> → nothing -->
  <xsl:template match="stage[$kind = 'speech'] | gap[$kind = 'speech']" mode="v:words" as="text()?"/>

  <!-- The words of a node in this kind of text: <hi>no</hi> → 'no' -->
  <xsl:function name="v:words" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="$node" mode="v:words"/>
    </xsl:variable>
    <xsl:sequence select="string-join($words)"/>
  </xsl:function>

  <!-- The words of a note: <note><p>A copy.</p></note> → 'A copy.' -->
  <xsl:function name="v:note-words" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string-join($note/node() ! v:words(.))"/>
  </xsl:function>

  <!-- Whether a node begins a block of its own: <p> → true; <hi> → false; a note that hangs nowhere → true -->
  <xsl:function name="v:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="local-name($node) = $v:block-names or exists($node/self::note[@v:floating])"/>
  </xsl:function>

</xsl:stylesheet>
